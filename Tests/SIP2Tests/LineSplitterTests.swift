import SIP2
import Testing

@Suite struct LineSplitterTests {
    enum Delivery: CaseIterable { case whole, byteByByte, inThrees }

    struct Stream: Sendable, CustomTestStringConvertible {
        var why: String
        var text: String
        var lines: [String]
        var testDescription: String { why }
    }

    @Test(
        arguments: [
            Stream(why: "CR", text: "941\r96\r", lines: ["941", "96"]),
            Stream(why: "LF", text: "941\n96\n", lines: ["941", "96"]),
            Stream(why: "CRLF", text: "941\r\n96\r\n", lines: ["941", "96"]),
            Stream(why: "empty lines", text: "\r\r\n\n941\r\r\r", lines: ["941"]),
            Stream(
                why: "stray blanks and NULs in front", text: "\u{0}\u{0} \t941\r\n \u{1}96\r", lines: ["941", "96"]),
            Stream(why: "blanks behind stay", text: "941 \r", lines: ["941 "]),
            Stream(why: "half a line is no line", text: "941\r9", lines: ["941"]),
        ], Delivery.allCases)
    func `lines come out in whatever pieces they arrive`(stream: Stream, delivery: Delivery) {
        var splitter = LineSplitter()
        let events = pieces(Array(stream.text.utf8), delivery).flatMap { splitter.feed($0) }
        #expect(events == stream.lines.map { .line(Array($0.utf8)) })
    }

    @Test(arguments: [1, 1000, 65_536, 1_000_000])
    func `a megabyte without an end is reported once and skipped in bounded memory`(piece: Int) {
        var splitter = LineSplitter()
        var events: [LineSplitter.Event] = []
        let junk = [UInt8](repeating: 0x78, count: piece)
        for _ in 0..<(1_000_000 / piece) {
            events += splitter.feed(junk)
            #expect(splitter.pending <= Frame.longest)
        }
        #expect(events == [.tooLong])
        events = splitter.feed(Array("xx\r941\r".utf8))
        #expect(events == [.line(Array("941".utf8))])
    }

    @Test func `the longest line is read`() {
        var splitter = LineSplitter()
        let line = [UInt8](repeating: 0x78, count: Frame.longest)
        #expect(splitter.feed(line + [0x0D]) == [.line(line)])
        #expect(splitter.feed(line + [0x78, 0x0D, 0x39, 0x36, 0x0D]) == [.tooLong, .line([0x39, 0x36])])
    }

    @Test(arguments: Delivery.allCases)
    func `in a file every LF answers for something`(delivery: Delivery) {
        var splitter = LineSplitter(mode: .text)
        var events = pieces(Array(" 941\r\n\n96\r97\r\n\r\nlast".utf8), delivery).flatMap { splitter.feed($0) }
        events += splitter.finish()
        let lines: [LineSplitter.Event] = [" 941", "96", "97", "last"].map { .line(Array($0.utf8)) }
        #expect(events == [lines[0], .empty, lines[1], lines[2], .empty, lines[3]])
    }

    private func pieces(_ bytes: [UInt8], _ delivery: Delivery) -> [[UInt8]] {
        switch delivery {
        case .whole: [bytes]
        case .byteByByte: bytes.map { [$0] }
        case .inThrees: stride(from: 0, to: bytes.count, by: 3).map { Array(bytes[$0..<min($0 + 3, bytes.count)]) }
        }
    }
}
