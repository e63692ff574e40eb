/// The first 34 bytes of a tag after ISO 28560-3 (the Danish model DS/INF 163-1), field by field, unjudged.
///
/// | offset | bytes | field |
/// |---|---|---|
/// | 0 | 1 | content parameter (upper half, 1) and type of usage (lower half) |
/// | 1, 2 | 1 each | number of parts, and which of them this is |
/// | 3 | 16 | item number, UTF-8, padded with 00 |
/// | 19 | 2 | CRC-16, low byte first, over bytes 0...18 and 21...33 |
/// | 21 | 2 | country of the owner's ISIL |
/// | 23 | 11 | rest of the ISIL, padded with 00; only 9 bytes on a tag of 32 |
struct BasicBlock {
    static let size = 34
    static let smallest = 32  // the check value of a shorter tag counts the missing bytes as 00
    static let patronUsage: UInt8 = 8
    static let identifierSize = 16

    private let bytes: [UInt8]  // always 34

    init(_ memory: [UInt8]) {
        let known = memory.prefix(Self.size)
        bytes = known + Array(repeating: 0, count: Self.size - known.count)
    }

    var parts: Int { Int(bytes[1]) }
    var ordinal: Int { Int(bytes[2]) }
    var storedCRC: UInt16 { UInt16(bytes[19]) | UInt16(bytes[20]) << 8 }
    var computedCRC: UInt16 { crc16(bytes[..<19] + bytes[21...]) }

    /// 0...15, or nil if the first byte follows no known version. Bibliotheca's software swapped the two halves
    /// of the rarer usages: 81 is its patron card, 21 and 71 stand for 12 and 17.
    var usage: UInt8? {
        switch bytes[0] {
        case 0x81, 0x71, 0x21: bytes[0] >> 4
        case 0x10...0x1F: bytes[0] & 0x0F
        default: nil
        }
    }

    /// Without the blanks around it; nil if it is no printable text.
    var identifier: String? { text(at: 3..<19) }

    /// `DE` and `526` are `DE-526`; nil if the tag names nobody or holds no text there.
    var owner: String? {
        guard let country = text(at: 21..<23), let rest = text(at: 23..<34), !rest.isEmpty else { return nil }
        return country.isEmpty ? rest : "\(country)-\(rest)"
    }

    /// Old single tags say "part 0 of 1" or "0 of 0", which is the first and only one.
    /// - Returns: nil for a usage that an item cannot have.
    func tag(item: String, usage: UInt8) -> ItemTag? {
        ItemTag.Usage(rawValue: usage).map {
            ItemTag(item: item, parts: max(1, parts), ordinal: max(1, ordinal), owner: owner, usage: $0)
        }
    }

    private func text(at range: Range<Int>) -> String? {
        printable(bytes[range].prefix { $0 != 0 })
    }
}

/// Text without blanks around it, or nil if the bytes are no UTF-8 or hold control or direction characters.
func printable(_ bytes: some Sequence<UInt8> & Collection<UInt8>) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    guard text.unicodeScalars.allSatisfy(isPrintable) else { return nil }
    let head = text.drop { $0.isWhitespace }
    let blanksAfter = head.reversed().prefix { $0.isWhitespace }.count
    return String(head.dropLast(blanksAfter))
}

private func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: false
    default: true
    }
}

extension ItemTag {
    /// The memory of a tag for this item: basic block, check value, zeros.
    ///
    /// - Parameter byteCount: Size of the tag's user memory in bytes; 32 or more. A whole number of the tag's blocks.
    /// - Throws: ``TagError`` if something does not fit. Nothing is cut off silently: half a number is another number.
    public func encoded(byteCount: Int) throws(TagError) -> [UInt8] {
        guard byteCount >= BasicBlock.smallest else { throw .tagTooSmall }
        let number = Array(item.utf8)
        guard !number.isEmpty else { throw .identifierEmpty }
        guard number.count <= BasicBlock.identifierSize else { throw .identifierTooLong }
        guard printable(number) == item else { throw .identifierNotText }
        guard (1...255).contains(parts), (1...parts).contains(ordinal) else { throw .partsOutOfRange }
        let ownerSize = min(byteCount, BasicBlock.size) - 21
        var bytes: [UInt8] = [0x10 | usage.rawValue, UInt8(parts), UInt8(ordinal)]
        bytes += padded(number, to: BasicBlock.identifierSize) + [0, 0]
        bytes += padded(try ownerBytes(fitting: ownerSize), to: ownerSize)
        bytes = padded(bytes, to: byteCount)
        let crc = BasicBlock(bytes).computedCRC
        (bytes[19], bytes[20]) = (UInt8(crc & 0xFF), UInt8(crc >> 8))
        return bytes
    }

    private func ownerBytes(fitting size: Int) throws(TagError) -> [UInt8] {
        guard let owner else { return [] }
        let code = Array(owner.utf8)
        let isLetter: (UInt8) -> Bool = { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
        guard code.count > 3, code.count - 1 <= size, code[2] == 0x2D, code[..<2].allSatisfy(isLetter),
            code[3...].allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw .ownerDoesNotFit }
        return Array(code[..<2] + code[3...])
    }

    private func padded(_ bytes: [UInt8], to size: Int) -> [UInt8] {
        bytes + Array(repeating: 0, count: max(0, size - bytes.count))
    }
}
