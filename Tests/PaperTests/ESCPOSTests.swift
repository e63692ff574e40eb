import Circulation
import Testing

@testable import Paper

@Suite struct ESCPOSTests {
    private func bytes(_ text: String, _ profile: String) throws -> PrinterBytes {
        var paper = PaperText(columns: 42)
        paper.lines = [PaperText.Line(text)]
        return ESCPOS.bytes(paper, for: try #require(PrinterProfile.named(profile)))
    }

    private let head: [UInt8] = [0x1B, 0x40, 0x1C, 0x2E, 0x1B, 0x52, 0x00, 0x1B, 0x74, 19]
    private let tail: [UInt8] = [0x0A, 0x1D, 0x56, 0x42, 16]

    @Test func aJobTrustsNothingThatWasBefore() throws {
        #expect(try bytes("Hi", "escpos-42").bytes == head + [0x48, 0x69] + tail)
        #expect(
            try bytes("ض", "utf8-42").bytes == head.prefix(7) + [0x1C, 0x28, 0x43, 2, 0, 0x30, 2, 0xD8, 0xB6] + tail)
    }

    @Test func thePageChangesOnlyWhereItMust() throws {
        // CP858 has é and €; ž is in CP852, which has é as well, so the page stays.
        let job = try bytes("é€žé", "escpos-42")
        #expect(job.bytes == head + [0x82, 0xD5, 0x1B, 0x74, 18, 0xA7, 0x82] + tail)
        #expect(job.lost == 0)
    }

    @Test func aLetterInTwoPiecesIsTheSameLetter() throws {
        #expect(try bytes("e\u{301}", "escpos-42") == bytes("é", "escpos-42"))
    }

    @Test func lettersThatThePrinterLacksAreCounted() throws {
        let job = try bytes("Hi 紅ض!", "escpos-42")
        #expect(job.lost == 2)
        #expect(job.bytes == head + Array("Hi ???!".utf8) + tail)
        #expect(try bytes("Žižek’s", "ascii-42").lost == 2)
    }

    @Test func typographyBecomesPlainerWithoutBeingLost() throws {
        let job = try bytes("“It’s” – └┘…", "ascii-42")
        #expect(job.lost == 0)
        let text = job.bytes.dropFirst(10).dropLast(5)
        #expect(Array(text) == Array("\"It's\" - ".utf8) + [0xC0, 0xD9] + Array("...".utf8))
    }

    @Test func boldEndsWithItsLine() throws {
        var paper = PaperText(columns: 42)
        paper.lines = [.init("a"), .init("b", isBold: true), .init("c", isBold: true)]
        let job = ESCPOS.bytes(paper, for: try #require(PrinterProfile.named("escpos-32")))
        #expect(
            job.bytes.dropFirst(10)
                == [0x61, 0x0A, 0x1B, 0x45, 1, 0x62, 0x0A, 0x63, 0x0A, 0x1B, 0x45, 0, 0x1B, 0x64, 4])
    }

    @Test func everyByteOfEveryPageHasItsCharacter() {
        for table in CodeTable.all {
            var known = 0
            for byte in UInt8(0x80)...0xFF {
                let character = table.character(byte)
                if character == " " { continue }
                known += 1
                #expect(table.byte(character) == byte, "\(table.page) \(byte)")
            }
            #expect(known > 110, "\(table.page) knows \(known)")
        }
    }

    @Test func profilesHaveNamesOfTheirOwn() {
        #expect(Set(PrinterProfile.all.map(\.name)).count == PrinterProfile.all.count)
        #expect(PrinterProfile.named("none") == nil)
    }
}
