"""From the presenters' data to what a template prints: words and coordinates, no decisions left."""
