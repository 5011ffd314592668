"""Third-party style sheets, typefaces and map shapes, fetched at set-up and never committed."""
