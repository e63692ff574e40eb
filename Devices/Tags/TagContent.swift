/// What a tag turned out to be. Only `.item` may be acted on without a person looking.
public enum TagContent: Hashable, Sendable {
    case item(ItemTag)
    /// A library card with a tag inside. Its number is left on the card, and its alarm is never touched:
    /// a card that was "secured" by mistake sets off the door.
    case patronCard
    case blank
    /// Not a tag that this station can read, or not a library's at all.
    case foreign(Foreign)
    /// It looks like an item, but its check value does not vouch for it. For people to look at, never to act on.
    case unverified(ItemTag, Doubt)

    public enum Foreign: Hashable, Sendable {
        case iso28560Part2
        case rfid501
        case danishModel11
        /// A well-formed basic block without an item number (a longer number is kept further back on the tag).
        case noIdentifier
        case notText
        case unknownVersion
        case tooShort
        case unknown

        public var code: String {
            switch self {
            case .iso28560Part2: "TAG-11"
            case .rfid501: "TAG-12"
            case .danishModel11: "TAG-13"
            case .noIdentifier: "TAG-14"
            case .notText: "TAG-15"
            case .unknownVersion: "TAG-16"
            case .tooShort: "TAG-17"
            case .unknown: "TAG-18"
            }
        }

        public var advice: String {
            switch self {
            case .iso28560Part2, .rfid501, .danishModel11:
                "This tag follows another data model; scan the item's barcode instead."
            case .noIdentifier: "This tag holds no item number; scan the item's barcode instead."
            case .notText, .unknownVersion, .tooShort, .unknown:
                "This tag cannot be read; scan the item's barcode, and write the tag anew if the item is yours."
            }
        }
    }

    public enum Doubt: Hashable, Sendable {
        /// The place of the check value holds 0000, as some old software left it.
        case checksumAbsent
        case checksumWrong
        /// "Part 3 of 1": some software wrote the two numbers in the wrong order.
        case partsContradict

        public var code: String {
            switch self {
            case .checksumAbsent: "TAG-21"
            case .checksumWrong: "TAG-22"
            case .partsContradict: "TAG-23"
            }
        }

        public var advice: String {
            switch self {
            case .checksumAbsent, .checksumWrong:
                "The tag's check value is missing or wrong; compare it with the barcode and write the tag anew."
            case .partsContradict: "The tag's part numbers contradict each other; write the tags of this set anew."
            }
        }
    }
}

/// Says what a tag is, from the beginning of its memory.
///
/// - Parameters:
///   - bytes: User memory from its first byte, as the tag stores it. Give 36 bytes (9 blocks of 4) or more if the
///     tag has them: the check value covers bytes 32 and 33, which lie in the ninth block.
///   - dsfid: The tag's data storage format, or nil if the pad could not tell. 06 means ISO 28560-2, and settles it.
/// - Note: Order of the questions: blank; declared as 28560-2; 28560-3 with a good check value, in order or with each
///   block reversed; the older models; 28560-3 without a good check value. Bad bytes give an answer, never an error.
public func readTag(bytes: [UInt8], dsfid: UInt8?) -> TagContent {
    if bytes.allSatisfy({ $0 == 0 }) { return bytes.isEmpty ? .foreign(.tooShort) : .blank }
    if bytes.count >= 24, bytes.prefix(24).allSatisfy({ $0 == 0x55 }) { return .blank }  // as 3M delivers them
    if dsfid == 0x06 { return .foreign(.iso28560Part2) }
    guard bytes.count >= BasicBlock.smallest else { return .foreign(.tooShort) }
    for order in [bytes, reversedBlocks(bytes)] {
        let block = BasicBlock(order)
        if block.storedCRC == block.computedCRC { return verified(block) }
    }
    if bytes[0] == 0x04, bytes[2] == 0 { return .foreign(.rfid501) }
    if bytes[30] == 0xF5, bytes[31] == 0x55 { return .foreign(.danishModel11) }
    return doubtful(BasicBlock(bytes))
}

/// Some software wrote every block of four bytes back to front.
func reversedBlocks(_ bytes: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bytes.count - bytes.count % 4, by: 4).flatMap { bytes[$0..<($0 + 4)].reversed() }
}

private func verified(_ block: BasicBlock) -> TagContent {
    guard let usage = block.usage else { return .foreign(.unknownVersion) }
    guard usage != BasicBlock.patronUsage else { return .patronCard }
    guard let item = block.identifier else { return .foreign(.notText) }
    guard !item.isEmpty else { return .foreign(.noIdentifier) }
    guard let tag = block.tag(item: item, usage: usage) else { return .foreign(.unknownVersion) }
    return tag.ordinal <= tag.parts ? .item(tag) : .unverified(tag, .partsContradict)
}

/// Without a check value, chance is the enemy: everything must look right before it is even called doubtful.
/// `11 03 0A A8 …` for one is an item of ISO 28560-2, not part 10 of 3.
private func doubtful(_ block: BasicBlock) -> TagContent {
    guard let usage = block.usage, block.ordinal <= max(1, block.parts),
        let item = block.identifier, !item.isEmpty
    else { return .foreign(.unknown) }
    guard usage != BasicBlock.patronUsage else { return .patronCard }
    guard let tag = block.tag(item: item, usage: usage) else { return .foreign(.unknown) }
    return .unverified(tag, block.storedCRC == 0 ? .checksumAbsent : .checksumWrong)
}
