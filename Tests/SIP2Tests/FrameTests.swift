import SIP2
import Testing

@Suite struct FrameTests {
    struct Line: Sendable, CustomTestStringConvertible {
        var why: String
        var text: String
        /// Names and values, `=` between; `!` behind a field without delimiter.
        var fields: [String]
        var sequence: Int?
        var checksum = ChecksumState.absent
        var trailing = ""
        var testDescription: String { why }
    }

    static let at = "20260105    101500"

    @Test(arguments: [
        Line(why: "no fields at all", text: "941", fields: []),
        Line(why: "sequence and checksum", text: "941AY0AZFDFD", fields: [], sequence: 0, checksum: .valid),
        Line(why: "checksum alone, as in a resend", text: "97AZFEF5", fields: [], checksum: .valid),
        Line(why: "constant checksum", text: "941AY0AZ0000", fields: [], sequence: 0, checksum: .invalid),
        Line(why: "checksum in lower case", text: "941AY0AZfdfd", fields: [], sequence: 0, checksum: .valid),
        Line(why: "five hex digits", text: "941AY0AZ1FDFD", fields: [], sequence: 0, checksum: .invalid),
        Line(why: "no hex digits", text: "941AY0AZ", fields: [], sequence: 0, checksum: .invalid),
        Line(
            why: "| behind the checksum", text: "941AY0AZFDFD|", fields: [], sequence: 0, checksum: .valid,
            trailing: "|"),
        Line(why: "| in front of AY", text: "9900002.00|AY0AZFC2D", fields: ["="], sequence: 0, checksum: .valid),
        Line(
            why: "AZ without AY", text: "35\(at)AO1|AZ0000", fields: ["AO=1"], sequence: nil, checksum: .invalid),
        Line(why: "AY without AZ", text: "35\(at)AO1|AY7", fields: ["AO=1"], sequence: 7),
        Line(why: "two digits in AY", text: "9300|AY99AZ0000", fields: ["="], checksum: .invalid),
        Line(why: "no last delimiter", text: "35\(at)AO1|AApat", fields: ["AO=1", "AA=pat!"]),
        Line(
            why: "no last delimiter in front of AY", text: "93  CNu|AYF765AY0AZ0000", fields: ["CN=u", "AY=F765!"],
            sequence: 0, checksum: .invalid),
        Line(why: "repeated and unknown fields", text: "941AFa|ZZ?|AFb|", fields: ["AF=a", "ZZ=?", "AF=b"]),
        Line(why: "pieces too short for a name", text: "941A||AFb|", fields: ["A=", "=", "AF=b"]),
        Line(why: "digits behind a login answer", text: "94100|", fields: ["00="]),
        Line(why: "AZ inside a value is no checksum", text: "941AFBLAZE", fields: ["AF=BLAZE!"]),
        Line(why: "status without a version", text: "98YYYYYN180180\(at)AO1|", fields: ["AO=1"]),
        Line(why: "| inside a fixed column", text: "36Y20260105    10150|AO1|", fields: ["AO=1"]),
    ])
    func `a line is taken apart and never loses a byte`(line: Line) throws {
        let frame = try Frame(Array(line.text.utf8))
        let fields = frame.fields.map { field in
            (field.id?.description ?? text(frame.bytes[field.range])) + "=" + text(frame.bytes[field.value])
                + (field.isTerminated ? "" : "!")
        }
        #expect(fields == line.fields)
        #expect(frame.sequence == line.sequence)
        #expect(frame.checksumState == line.checksum)
        #expect(text(frame.trailing) == line.trailing)
        #expect(frame.encoded() == Array(line.text.utf8))
        #expect(try FrameRecord(line: Array(line.text.utf8), charset: .utf8).encoded() == Array(line.text.utf8))
    }

    struct Broken: Sendable, CustomTestStringConvertible {
        var why: String
        var text: String
        var error: DecodeError
        var testDescription: String { why }
    }

    @Test(arguments: [
        Broken(why: "nothing", text: "", error: .empty),
        Broken(why: "one character", text: "9", error: .unknownMessage),
        Broken(why: "words", text: "Problems handling the request", error: .unknownMessage),
        Broken(why: "a code of SIP 3", text: "05", error: .unknownMessage),
        Broken(why: "cut in the date", text: "11NN2026", error: .truncated(column: 8)),
        Broken(
            why: "a patron answer without its fixed part", text: "64FOOBAR|AY1AZFBFB", error: .truncated(column: 18)),
        Broken(why: "too long", text: "941" + String(repeating: "x", count: 65_534), error: .tooLong),
    ])
    func `a line that is no message is a typed error`(row: Broken) {
        #expect(throws: row.error) { try Frame(Array(row.text.utf8)) }
        #expect(row.error.code.hasPrefix("SIP-") && !row.error.advice.isEmpty && !row.error.message.isEmpty)
    }

    @Test func `every message of the protocol can be split`() throws {
        #expect(Shape.all.count == 31)
        for shape in Shape.all {
            let line = shape.code + String(repeating: "0", count: shape.width) + "AO1|"
            let frame = try Frame(Array(line.utf8))
            #expect(frame.code == shape.code)
            #expect(frame.value(of: "AO").map(text) == "1")
            if shape.width > 0 {
                let cut = Array(line.utf8.prefix(1 + shape.width))
                #expect(throws: DecodeError.truncated(column: cut.count)) { try Frame(cut) }
            }
            if let answer = shape.answer { #expect(Shape.of(answer) != nil) }
        }
    }

    @Test func `a frame prints nothing of a patron`() throws {
        let frame = try Frame(Array("35\(Self.at)AO1|AA21234|AD9876|".utf8))
        var dumped = ""
        dump(frame, to: &dumped)
        for shown in ["\(frame)", String(reflecting: frame), dumped] {
            #expect(!shown.contains("21234") && !shown.contains("9876"))
        }
    }

    private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
