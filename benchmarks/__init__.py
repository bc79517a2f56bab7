"""What is measured against the clock; each script runs alone and prints a table."""
