"""Views by page: the overview, tasks, registers, meetings, figures."""
