"""Names and dates are marked from the registers."""
