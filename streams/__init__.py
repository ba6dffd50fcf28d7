"""What flows through Marsad and every decision about it: plain values and pure functions, no effects."""
