import Circulation
import Devices
import Pretend
import Testing

@Suite struct LineScannerTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var why: String
        var bytes: [UInt8]
        var expected: [String]
        var testDescription: String { why }
    }

    @Test(arguments: [
        Row(why: "carriage return", bytes: Array("901\r".utf8), expected: ["901"]),
        Row(why: "line feed", bytes: Array("901\n".utf8), expected: ["901"]),
        Row(why: "both", bytes: [0x39, 0x0D, 0x0A, 0x38, 0x0D, 0x0A], expected: ["9", "8"]),
        Row(why: "STX and ETX", bytes: [0x02, 0x39, 0x03], expected: ["9"]),
        Row(why: "STX, ETX and a line end", bytes: [0x02, 0x39, 0x03, 0x0D], expected: ["9"]),
        Row(why: "STX and a line end", bytes: [0x02, 0x39, 0x0D], expected: ["9"]),
        Row(why: "empty lines", bytes: [0x0D, 0x0A, 0x0D], expected: []),
        Row(why: "no line end yet", bytes: [0x39], expected: []),
        Row(
            why: "64 bytes", bytes: Array(repeating: 0x37, count: 64) + [0x0D],
            expected: [String(repeating: "7", count: 64)]),
        Row(why: "65 bytes", bytes: Array(repeating: 0x37, count: 65) + [0x0D, 0x38, 0x0D], expected: ["8"]),
        Row(why: "a control character", bytes: [0x39, 0x1B, 0x39, 0x0D, 0x38, 0x0D], expected: ["8"]),
        Row(why: "wrong speed: no UTF-8", bytes: [0xFF, 0xFE, 0x0D, 0x38, 0x0D], expected: ["8"]),
        Row(why: "an override of the writing direction", bytes: Array("\u{202E}12\r".utf8), expected: []),
        Row(why: "blanks and letters stay as they are", bytes: Array(" Ä1 \r".utf8), expected: [" Ä1 "]),
    ])
    func hearsWholeLinesOnly(_ row: Row) {
        var whole = LineScanner()
        #expect(scans(whole.received(row.bytes)) == row.expected)
        var split = LineScanner()
        #expect(row.bytes.flatMap { scans(split.received([$0])) } == row.expected)
    }

    @Test func halfALineIsForgottenAfterHalfASecond() {
        var scanner = LineScanner()
        #expect(scanner.received([0x39]) == [.wake(after: .milliseconds(500))])
        #expect(scanner.woke() == [])
        #expect(scanner.received([0x38, 0x0D]) == [.tell(.scanned(Scan("8")))])
    }

    @Test func theRestOfATooLongLineIsNoScan() {
        var scanner = LineScanner()
        for _ in 0..<1000 { _ = scanner.received(Array(repeating: 0x31, count: 1000)) }
        #expect(scanner.received([0x32, 0x0D]) == [])
    }

    @Test func aScannerHasNoTags() {
        var scanner = LineScanner()
        let wish = Wish.read(TagUID(1))
        #expect(scanner.asked(wish) == [.tell(.failed(wish, .refused))])
    }

    @Test func thePretendScannerIsHeard() {
        var scanner = LineScanner()
        #expect(scans(scanner.received(PretendScanner().scan("31234000000016"))) == ["31234000000016"])
        let framed = PretendScanner(prefix: [0x02], suffix: [0x03, 0x0D, 0x0A])
        #expect(scans(scanner.received(framed.scan("1") + framed.scan("2"))) == ["1", "2"])
    }

    private func scans(_ actions: [Action]) -> [String] {
        actions.compactMap { if case .tell(.scanned(let scan)) = $0 { scan.text } else { nil } }
    }
}
