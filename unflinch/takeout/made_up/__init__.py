"""A made-up half-year of practice: to look around in, and to measure with."""
