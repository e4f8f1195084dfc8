"""The reader of diaries: bytes in, values out. It saves nothing, knows no person and reads no clock."""
