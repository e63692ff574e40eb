import Testing

@testable import Tags

/// The worked example of the Danish model: one item, 31234000000013, owned by NO-0301001.
private let worked: [UInt8] = [
    0x11, 0x01, 0x01, 0x33, 0x31, 0x32, 0x33, 0x34, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x30, 0x31,
    0x33, 0x00, 0x00, 0x9E, 0xA5, 0x4E, 0x4F, 0x30, 0x33, 0x30, 0x31, 0x30, 0x30, 0x31, 0x00, 0x00,
    0x00, 0x00, 0x00, 0x00,
]
private let workedItem = ItemTag(item: "31234000000013", owner: "NO-0301001")

/// Sets the check value right after a test has changed something.
private func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let crc = BasicBlock(bytes).computedCRC
    (bytes[19], bytes[20]) = (UInt8(crc & 0xFF), UInt8(crc >> 8))
    return bytes
}

private func changed(_ changes: [Int: UInt8], isSealed: Bool = true) -> [UInt8] {
    var bytes = worked
    for (place, value) in changes { bytes[place] = value }
    return isSealed ? sealed(bytes) : bytes
}

@Suite struct TagTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var why: String
        var bytes: [UInt8]
        var dsfid: UInt8? = 0x3E
        var expected: TagContent
        var testDescription: String { why }
    }

    static let doubtfulItem = ItemTag(item: "31234000000013", owner: "NO-0301001")

    @Test(arguments: [
        Row(why: "the worked example", bytes: worked, expected: .item(workedItem)),
        Row(why: "the same with an unset format register", bytes: worked, dsfid: 0, expected: .item(workedItem)),
        Row(why: "the same when the pad could not tell", bytes: worked, dsfid: nil, expected: .item(workedItem)),
        Row(why: "a tag of 32 bytes", bytes: Array(worked[..<32]), expected: .item(workedItem)),
        Row(why: "every block back to front", bytes: reversedBlocks(worked), expected: .item(workedItem)),
        Row(why: "declared as 28560-2, never read as -3", bytes: worked, dsfid: 6, expected: .foreign(.iso28560Part2)),
        Row(why: "nothing written", bytes: Array(repeating: 0, count: 36), expected: .blank),
        Row(
            why: "as 3M delivers it", bytes: Array(repeating: 0x55, count: 24) + [0, 0, 0, 0], dsfid: 0,
            expected: .blank),
        Row(why: "no bytes at all", bytes: [], expected: .foreign(.tooShort)),
        Row(why: "cut off", bytes: Array(worked[..<20]), expected: .foreign(.tooShort)),
        Row(why: "a patron card", bytes: changed([0: 0x18]), expected: .patronCard),
        Row(why: "a patron card with swapped halves", bytes: changed([0: 0x81]), expected: .patronCard),
        Row(
            why: "a patron card nobody vouches for", bytes: changed([0: 0x18, 19: 1], isSealed: false),
            expected: .patronCard),
        Row(
            why: "check value left at zero", bytes: changed([19: 0, 20: 0], isSealed: false),
            expected: .unverified(doubtfulItem, .checksumAbsent)),
        Row(
            why: "check value wrong", bytes: changed([19: 0x9F], isSealed: false),
            expected: .unverified(doubtfulItem, .checksumWrong)),
        Row(
            why: "two numbers in the wrong order", bytes: changed([1: 1, 2: 3]),
            expected: .unverified(
                ItemTag(item: "31234000000013", parts: 1, ordinal: 3, owner: "NO-0301001"), .partsContradict)),
        Row(why: "part 0 of 1, as old software wrote", bytes: changed([2: 0]), expected: .item(workedItem)),
        Row(
            why: "part 2 of 3", bytes: changed([1: 3, 2: 2]),
            expected: .item(ItemTag(item: "31234000000013", parts: 3, ordinal: 2, owner: "NO-0301001"))),
        Row(why: "blanks behind the number", bytes: changed([17: 0x20, 18: 0x20]), expected: .item(workedItem)),
        Row(
            why: "no owner", bytes: sealed(Array(worked[..<21]) + Array(repeating: 0, count: 15)),
            expected: .item(ItemTag(item: "31234000000013"))),
        Row(why: "no number", bytes: changed([3: 0]), expected: .foreign(.noIdentifier)),
        Row(why: "a number that is no text", bytes: changed([5: 0xFF]), expected: .foreign(.notText)),
        Row(why: "a line feed in the number", bytes: changed([5: 0x0A]), expected: .foreign(.notText)),
        Row(why: "another version", bytes: changed([0: 0x31]), expected: .foreign(.unknownVersion)),
        Row(
            why: "discarded", bytes: changed([0: 0x17]),
            expected: .item(ItemTag(item: "31234000000013", owner: "NO-0301001", usage: .discarded))),
        Row(
            why: "a number of 28560-2 that looks like version 1",
            bytes: [0x11, 0x03, 0x0A, 0xA8, 0xAE]
                + Array(repeating: 0, count: 31), dsfid: 0, expected: .foreign(.unknown)),
        Row(
            why: "noise", bytes: (0..<36).map { UInt8(truncatingIfNeeded: $0 * 37 + 11) },
            expected: .foreign(.unknown)),
    ])
    func isWhatItSays(_ row: Row) {
        #expect(readTag(bytes: row.bytes, dsfid: row.dsfid) == row.expected)
    }

    @Test func noSingleTurnedBitPassesForAnotherItem() {
        for bit in 0..<(34 * 8) {
            var bytes = worked
            bytes[bit / 8] ^= 1 << UInt8(bit % 8)
            if case .item(let tag) = readTag(bytes: bytes, dsfid: 0x3E) { Issue.record("bit \(bit) gives \(tag)") }
        }
    }

    @Test func theCheckStringOfTheDanishDocumentHolds() {
        #expect(crc16("RFID tag data model".utf8) == 0x1AEE)
    }
}

@Suite struct TagWritingTests {
    @Test func theWorkedExampleIsWrittenByteByByte() throws {
        #expect(try workedItem.encoded(byteCount: 36) == worked)
        #expect(try workedItem.encoded(byteCount: 32) == Array(worked[..<32]))
        #expect(try workedItem.encoded(byteCount: 112).count == 112)
    }

    @Test(arguments: [32, 36, 112])
    func whatIsWrittenIsRead(_ byteCount: Int) throws {
        let tags = [
            ItemTag(item: "1"), ItemTag(item: "1234567890123456", parts: 255, ordinal: 255, owner: "DE-123456789"),
            ItemTag(item: "Zürich 12", parts: 2, ordinal: 1, owner: "CH-1", usage: .notCirculating),
        ]
        for tag in tags {
            #expect(readTag(bytes: try tag.encoded(byteCount: byteCount), dsfid: 0x3E) == .item(tag))
        }
    }

    struct Row: Sendable {
        var tag: ItemTag
        var byteCount = 112
        var error: TagError
    }

    @Test(arguments: [
        Row(tag: ItemTag(item: ""), error: .identifierEmpty),
        Row(tag: ItemTag(item: "12345678901234567"), error: .identifierTooLong),
        Row(tag: ItemTag(item: "12\n"), error: .identifierNotText),
        Row(tag: ItemTag(item: " 12"), error: .identifierNotText),
        Row(tag: ItemTag(item: "1", owner: "DE-123456789012"), error: .ownerDoesNotFit),
        Row(tag: ItemTag(item: "1", owner: "DE-1234567890"), byteCount: 32, error: .ownerDoesNotFit),
        Row(tag: ItemTag(item: "1", owner: "main"), error: .ownerDoesNotFit),
        Row(tag: ItemTag(item: "1", parts: 0), error: .partsOutOfRange),
        Row(tag: ItemTag(item: "1", parts: 2, ordinal: 3), error: .partsOutOfRange),
        Row(tag: ItemTag(item: "1", parts: 256), error: .partsOutOfRange),
        Row(tag: ItemTag(item: "1"), byteCount: 28, error: .tagTooSmall),
    ])
    func nothingIsCutOffSilently(_ row: Row) {
        #expect(throws: row.error) { try row.tag.encoded(byteCount: row.byteCount) }
        #expect(row.error.code.hasPrefix("TAG-"))
        #expect(row.error.advice.hasSuffix("."))
    }

    @Test func aProfileKnowsItsTwoValuesOnly() {
        #expect(SecurityProfile.iso28560.isOn(0x07) == true)
        #expect(SecurityProfile.iso28560.isOn(0xC2) == false)
        #expect(SecurityProfile.iso28560.isOn(0x00) == nil)
        #expect(SecurityProfile.legacy3M.value(isOn: false) == 0xDA)
    }
}
