"""Plans as columns: what one limit could carry, priced by an exact knapsack."""
