"""Simulated people, to try policies on before people meet them. What is said from here is said "in simulation"."""
