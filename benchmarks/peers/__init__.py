"""What people would use instead, each called as its own manual shows, on the same arrays."""
