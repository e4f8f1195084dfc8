"""The shape of input: each form cleans and none saves."""
