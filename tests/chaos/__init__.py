"""The fault table, live: `make chaos`. A load, a fault, and what came of it, row by row."""
