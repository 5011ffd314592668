"""What crosses the package's border, gathered from the modules of this folder."""
