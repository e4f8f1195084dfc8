"""The sheet: one page over a range of days, with the parts that the person ticks, for somebody who accompanies them."""
