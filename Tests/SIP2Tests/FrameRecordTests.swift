import SIP2
import Testing

@Suite struct FrameRecordTests {
    @Test func `a line becomes a table of texts`() throws {
        let line = "121NNY20260105    101500AOmain|AA21|AB901|AJTitel Ä|AH|AY0AZ0000"
        let record = try FrameRecord(line: Array(line.utf8), charset: .utf8)
        #expect(record.name == "Checkout Response")
        #expect(record.fixed.map(\.name) == ["ok", "renewalOk", "magnetic", "desensitize", "date"])
        #expect(record.fixed.map(\.value) == ["1", "N", "N", "Y", "20260105    101500"])
        #expect(record.fields[3] == .init("AJ", "Titel Ä"))
        #expect(record.sequence == 0 && record.checksum == .invalid && record.checksumText == "0000")
        #expect(record.notes == [])
    }

    @Test func `bytes of another character set are kept as ISO 8859-1`() throws {
        let line = Array("1803000120260105    101500AB901|AJ".utf8) + [0xE9, 0x7C]
        let record = try FrameRecord(line: line, charset: .utf8)
        #expect(record.charset == .latin1)
        #expect(record.fields.last == .init("AJ", "é"))
        #expect(try record.encoded() == line)
        #expect(record.notes.contains("the line is not UTF-8"))
    }

    @Test func `a letter cut in two by a column is still the same bytes`() throws {
        let line = Array("9é1AO1|".utf8)
        #expect(throws: DecodeError.unknownMessage) { try FrameRecord(line: line, charset: .utf8) }
        let cut = Array("94éAO1|".utf8)
        #expect(try FrameRecord(line: cut, charset: .utf8).encoded() == cut)
    }

    @Test func `what stands around a message is kept`() throws {
        let line = Array("\u{0} 941AY0AZFDFD| ".utf8)
        let record = try FrameRecord(line: line, charset: .utf8)
        #expect(record.leading == "\u{0} " && record.trailing == "| ")
        #expect(record.checksum == .valid)
        #expect(try record.encoded() == line)
    }

    @Test func `an edited value is written, and the old checksum with it`() throws {
        var record = try FrameRecord(line: Array("36Y20260105    101500AOa|AA21|AY0AZABCD".utf8), charset: .utf8)
        record.fields[0].value = "b"
        #expect(String(decoding: try record.encoded(), as: UTF8.self) == "36Y20260105    101500AOb|AA21|AY0AZABCD")
        record.fields[0].value = "b\r"
        #expect(throws: RecordError.lineEnd) { try record.encoded() }
        record.charset = .ascii
        record.fields[0].value = "é"
        #expect(throws: RecordError.notInCharset) { try record.encoded() }
        record.fixed = []
        #expect(throws: RecordError.missingPart(name: "ended")) { try record.encoded() }
        record.code = "00"
        #expect(throws: RecordError.unknownMessage) { try record.encoded() }
    }
}
