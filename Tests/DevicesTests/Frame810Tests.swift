import Circulation
import Testing

@testable import Devices

/// Frames that were worked out by another program, and the resynchronisation.
@Suite struct Frame810Tests {
    static let uid = TagUID(0xE004_0150_00AA_BBCC)

    struct Row: Sendable, CustomTestStringConvertible {
        var request: Request810
        var sent: String
        var answered: String
        var answer: Answer810
        var testDescription: String { "\(request)" }
    }

    @Test(arguments: [
        Row(
            request: .probe, sent: "D5 00 05 04 00 11 8C 66", answered: "D5 00 09 04 00 11 0A 05 00 02 72 50",
            answer: .firmware("10.5.0.2")),
        Row(
            request: .inventory, sent: "D6 00 05 FE 00 05 FA 40",
            answered: "D6 00 0F FE 00 00 05 01 E0 04 01 50 00 AA BB CC 12 98", answer: .tags([uid])),
        Row(
            request: .inventory, sent: "D6 00 05 FE 00 05 FA 40",
            answered: "D6 00 10 FE 00 00 07 01 06 E0 04 01 50 00 AA BB CC 41 FD", answer: .tags([uid])),
        Row(
            request: .inventory, sent: "D6 00 05 FE 00 05 FA 40", answered: "D6 00 07 FE 00 00 05 00 C9 7B",
            answer: .tags([])),
        Row(
            request: .blocks(uid, first: 0, count: 4), sent: "D6 00 0D 02 E0 04 01 50 00 AA BB CC 00 04 6C D7",
            answered: "D6 00 25 02 00 E0 04 01 50 00 AA BB CC 04 00 00 91 00 05 1C 01 00 BE 99 1A 14 "
                + "02 00 02 01 D0 14 03 00 02 04 B3 46 C1 A1",
            answer: .memory([0x91, 0, 5, 0x1C, 0xBE, 0x99, 0x1A, 0x14, 2, 1, 0xD0, 0x14, 2, 4, 0xB3, 0x46])),
        Row(
            request: .blocks(uid, first: 0, count: 4), sent: "D6 00 0D 02 E0 04 01 50 00 AA BB CC 00 04 6C D7",
            answered:
                "D6 00 1E 02 00 E0 04 01 50 00 AA BB CC 00 04 91 00 05 1C BE 99 1A 14 02 01 D0 14 02 04 B3 46 77 86",
            answer: .memory([0x91, 0, 5, 0x1C, 0xBE, 0x99, 0x1A, 0x14, 2, 1, 0xD0, 0x14, 2, 4, 0xB3, 0x46])),
        Row(
            request: .readAFI(uid), sent: "D6 00 0B 0A E0 04 01 50 00 AA BB CC 7E EB",
            answered: "D6 00 0D 0A 00 E0 04 01 50 00 AA BB CC 07 EF C5", answer: .value(7)),
        Row(
            request: .writeAFI(uid, 0xC2), sent: "D6 00 0C 09 E0 04 01 50 00 AA BB CC C2 0B 2A",
            answered: "D6 00 0C 09 00 E0 04 01 50 00 AA BB CC EC C6", answer: .done),
        Row(
            request: .readDSFID(uid), sent: "D6 00 0B 0F E0 04 01 50 00 AA BB CC 09 27",
            answered: "D6 00 0D 0F 00 E0 04 01 50 00 AA BB CC 06 76 EA", answer: .value(6)),
        Row(
            request: .info(uid), sent: "D6 00 0C 0D E0 04 01 50 00 AA BB CC 0F AE FE",
            answered: "D6 00 13 0D 00 E0 04 01 50 00 AA BB CC 0F 06 07 03 1B 01 00 BC 06",
            answer: .info(dsfid: 6, afi: 7, blockCount: 28)),
    ])
    func theWorkedFramesAgree(_ row: Row) {
        #expect(row.request.frame.bytes == hex(row.sent))
        var inbox = Frame810.Inbox()
        inbox.append(hex(row.answered))
        let frame = inbox.next()
        #expect(frame.flatMap { row.request.answer(in: $0) } == row.answer)
    }

    @Test func theExampleOfTheSpecificationHasItsCheckValue() {
        let frame = Frame810(payload: hex("03 00 02 00 00 00 03"))
        #expect(frame.bytes == hex("D6 00 09 03 00 02 00 00 00 03 12 E6"))
    }

    @Test func aLockedBlockIsNoOtherBlock() {
        let content = hex("02 00 01 11 12 13 14 01 01 21 22 23 24")
        #expect(Answer810.memory(content, first: 0, count: 2) == .memory(hex("11 12 13 14 21 22 23 24")))
        let newStyle = hex("00 02 01 11 12 13 14 00 21 22 23 24")
        #expect(Answer810.memory(newStyle, first: 0, count: 2) == .memory(hex("11 12 13 14 21 22 23 24")))
    }

    @Test func blocksThatWereNotAskedForAreNoAnswer() {
        #expect(Answer810.memory(hex("01 05 00 11 12 13 14"), first: 0, count: 1) == nil)
        #expect(Answer810.memory(hex("02 00 00 11 12 13 14 01 00 21 22 23 24"), first: 0, count: 1) == nil)
        #expect(Answer810.memory([], first: 0, count: 9) == nil)
    }

    @Test func anotherTagsAnswerIsNotOurs() {
        let other = Frame810(payload: [0x0A, 0x00] + TagUID(Self.uid.bits + 1).bytes810 + [0xC2])
        #expect(Request810.readAFI(Self.uid).answer(in: other) == nil)
        let error = Frame810(payload: [0x0A, 0x06] + TagUID(Self.uid.bits + 1).bytes810)
        #expect(Request810.readAFI(Self.uid).answer(in: error) == nil)
        #expect(Request810.readAFI(Self.uid).answer(in: Frame810(payload: [0x0A, 0x06])) == .error(.silent))
    }

    @Test func anEarlierQuestionsAnswerIsNotOurs() {
        let format = Frame810(payload: [0x0F, 0x00] + Self.uid.bytes810 + [0x06])
        #expect(Request810.readDSFID(Self.uid).answer(in: format) == .value(6))
        #expect(Request810.readAFI(Self.uid).answer(in: format) == nil)
        #expect(Request810.writeAFI(Self.uid, 6).answer(in: format) == nil)
        let probed = Frame810(payload: Array(Request810.probe.frame.payload) + [1, 2, 3, 4])
        #expect(Request810.probe.answer(in: probed) == nil)
    }

    @Test func aFrameIsFoundBehindAnyNoise() {
        let frame = Request810.inventory.frame
        for noise in ["00", "D6", "D6 00", "D6 FF FF", "D5 D6 D5", "D6 00 05 FE 00 05 FA 41", "D6 00 01", "D6 00 00"] {
            var inbox = Frame810.Inbox()
            inbox.append(hex(noise) + frame.bytes + frame.bytes)
            var found: [Frame810] = []
            while let next = inbox.next() { found.append(next) }
            found += inbox.flush()
            #expect(found == [frame, frame], "after \(noise)")
        }
    }

    @Test func aHeadThatNeverEndsHidesFramesOnlyUntilTheFlush() {
        var inbox = Frame810.Inbox()
        inbox.append(hex("D6 09 00") + Request810.inventory.frame.bytes)
        #expect(inbox.next() == nil)
        #expect(inbox.flush() == [Request810.inventory.frame])
        #expect(inbox.flush() == [])
    }
}

func hex(_ text: String) -> [UInt8] { text.split(separator: " ").compactMap { UInt8($0, radix: 16) } }
