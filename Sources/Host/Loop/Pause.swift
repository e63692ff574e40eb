import Glibc

/// Blocks the calling thread, which must be one of our own and never one of the loop's.
func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }
