/// The four hex digits that end a line when error detection is on.
///
/// The sum is taken over **bytes on the wire**, not over characters, so encode to the site's character set
/// first: a title in code page 850 and the same title in UTF-8 have different checksums.
///
/// - Parameter line: Every byte from the message code up to and including the tag `AZ`. Excludes the digits
///   themselves and the final carriage return.
/// - Returns: A 16-bit value; written as four upper-case hex digits. Adding it to the sum gives zero.
/// - SeeAlso: *3M SIP 2.00*, "Checksum".
public func checksum(_ line: some Sequence<UInt8>) -> UInt16 {
    var sum: UInt16 = 0
    for byte in line { sum &+= UInt16(byte) }
    return 0 &- sum
}

/// What the `AZ` field of a line really is.
public enum ChecksumState: String, Hashable, Sendable {
    case valid
    /// Another number, no number, or the constant `0000` that some servers send.
    case invalid
    case absent
}

/// Four upper-case hex digits, as bytes.
func hexDigits(_ value: UInt16) -> [UInt8] {
    [12, 8, 4, 0].map { shift in
        let digit = UInt8(truncatingIfNeeded: (value >> shift) & 15)
        return digit < 10 ? 0x30 + digit : 0x41 + digit - 10
    }
}

/// Reads one to four hex digits of either case: some servers do not pad, some write lower case.
/// - Returns: nil for anything else, also for five digits.
func hexValue(_ text: some Collection<UInt8>) -> UInt16? {
    guard (1...4).contains(text.count) else { return nil }
    var value: UInt16 = 0
    for byte in text {
        guard let digit = hexDigit(byte) else { return nil }
        value = value << 4 | UInt16(digit)
    }
    return value
}

func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
}
