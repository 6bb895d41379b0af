"""Events that articles report: meetings, visits, ceremonies, contests."""
