"""Code about code: each judge reads a source tree and yields faults, each with its place and the remedy.

A judge knows no Django and imports nothing of the platform, so it can judge any copy of the tree: that is how
test_violations proves that every wall holds.
"""
