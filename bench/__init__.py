"""Speed and size, side by side in one run, as ratios: on a shared machine a time says little, and a ratio much."""
