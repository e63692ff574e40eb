/// The end of a line: `AY` and its digit, `AZ` and its hex digits, and what should not be there behind them.
///
/// The end is looked for from behind. What must be recognised, because servers send it: `|` in front of `AY` or none,
/// `AZ` alone, `AY` alone, more than one digit, lower case, too few or too many hex digits, a `|` or blanks at the end.
struct Tail {
    /// Byte offset of the first byte of `AY` or `AZ`; the end of the line if there is neither.
    var start: Int
    /// Byte offset behind the last byte of the tail.
    var end: Int
    var sequence: Range<Int>?
    var checksum: Range<Int>?

    init(in bytes: UnsafeBufferPointer<UInt8>, from fixedEnd: Int) {
        start = bytes.count
        end = bytes.count
        var stop = bytes.count
        while stop > fixedEnd, bytes[stop - 1] == Frame.delimiter || bytes[stop - 1] <= 0x20 { stop -= 1 }
        var segment = stop
        while segment > fixedEnd, bytes[segment - 1] != Frame.delimiter { segment -= 1 }

        if let digits = Self.checksum(in: bytes, from: segment, to: stop) {
            checksum = digits
            start = digits.lowerBound - 2
            end = stop
            takeSequence(in: bytes, from: segment)
        } else if Self.reads("Y", in: bytes, at: segment, before: stop) {
            sequence = segment + 2..<stop
            start = segment
            end = stop
        }
    }

    /// `AY` and one byte directly in front of `AZ`, or `AY` and anything if the piece begins with it.
    private mutating func takeSequence(in bytes: UnsafeBufferPointer<UInt8>, from segment: Int) {
        if start - 3 >= segment, Self.reads("Y", in: bytes, at: start - 3, before: start) {
            sequence = start - 1..<start
            start -= 3
        } else if start > segment, Self.reads("Y", in: bytes, at: segment, before: start) {
            sequence = segment + 2..<start
            start = segment
        }
    }

    /// The last `AZ` of the piece, if it stands where a checksum may: at its beginning, or behind `AY`.
    private static func checksum(
        in bytes: UnsafeBufferPointer<UInt8>, from segment: Int, to stop: Int
    ) -> Range<Int>? {
        var at = stop - 2
        while at >= segment {
            if reads("Z", in: bytes, at: at, before: stop) {
                let followsSequence = at - 3 >= segment && reads("Y", in: bytes, at: at - 3, before: at)
                if at == segment || followsSequence || reads("Y", in: bytes, at: segment, before: at) {
                    return at + 2..<stop
                }
            }
            at -= 1
        }
        return nil
    }

    private static func reads(
        _ letter: Unicode.Scalar, in bytes: UnsafeBufferPointer<UInt8>, at position: Int, before stop: Int
    ) -> Bool {
        position + 2 <= stop && bytes[position] == UInt8(ascii: "A") && bytes[position + 1] == UInt8(ascii: letter)
    }
}
