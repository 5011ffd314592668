"""What steering tells the others, gathered from the modules of this folder."""
