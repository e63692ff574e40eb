import Circulation
import Testing

@testable import Paper

@Suite struct PaperReaderTests {
    @Test(arguments: PrinterProfile.all.map(\.name), [1, 7, 4096])
    func whatIsPrintedCanBeReadBack(_ name: String, _ piece: Int) throws {
        let profile = try #require(PrinterProfile.named(name))
        let isUTF8 = profile.letters == .utf8
        let documents = [isUTF8 ? Slips.borrowed("ar") : Slips.returned("en"), Slips.borrowed("en")]
        var reader = PaperReader(profile)
        var slips: [PaperReader.Slip] = []
        var texts: [String] = []
        for document in documents {
            let words = isUTF8 && document == documents[0] ? Slips.arabic : Slips.english
            let text = PaperText(document, columns: profile.columns, words: words)
            texts.append(text.text)
            let bytes = ESCPOS.bytes(text, for: profile).bytes
            for start in stride(from: 0, to: bytes.count, by: piece) {
                slips += reader.read(bytes[start..<min(start + piece, bytes.count)])
            }
        }
        try #require(slips.count == 2)
        if isUTF8 { #expect(slips.map(\.text) == texts) }
        #expect(slips[1].lines.count == texts[1].split(separator: "\n", omittingEmptySubsequences: false).count - 1)
        #expect(slips[1].text.contains("The Salt Path"))
        if name != "ascii-42" { #expect(slips[1].text.contains("Žluťoučký kůň")) }
    }

    @Test func commandsThatAreNotOursAreSteppedOver() {
        var reader = PaperReader(PrinterProfile.all[0])
        let job: [[UInt8]] = [
            [0x1B, 0x40, 0x1B, 0x61, 1, 0x1D, 0x21, 0x11, 0x1B, 0x70, 0, 25, 250], [0x41],
            [0x1D, 0x76, 0x30, 0, 2, 0, 2, 0, 0x0A, 0x1B, 0x0A, 0x0A], [0x42],  // a picture of 2 × 2 bytes
            [0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x51, 0x30], [0x43],  // a square code
            [0x1D, 0x6B, 73, 3, 0x0A, 0x0A, 0x0A], [0x44],  // a bar code of three bytes
            [0x1D, 0x6B, 4, 0x31, 0x32, 0x00], [0x45], [0x10, 0x04, 1], [0x10, 0x14, 1, 0, 1], [0x46, 0x07, 0x0A],
            [0x1D, 0x28, 0x4C, 4, 0, 0x0A, 0x0A, 0x0A, 0x0A], [0x47], [0x1B, 0x2A, 33, 1, 0, 0x0A, 0x0A, 0x0A],
            [0x48, 0x1D, 0x56, 0],
        ]
        #expect(reader.read(job.joined()) == [PaperReader.Slip(lines: ["ABCDEF", "GH"])])
    }

    @Test func anEmptyStripIsNoSlip() {
        var reader = PaperReader(PrinterProfile.all[0])
        #expect(reader.read([0x1D, 0x56, 0, 0x0A, 0x0A, 0x1D, 0x56, 1, 0x1D, 0x56, 0x42, 9]).isEmpty)
    }

    /// SplitMix64, so that a failure can be repeated.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func noiseNeverStopsItNorMakesItGrow(_ seed: UInt64) {
        var state = seed
        var reader = PaperReader(PrinterProfile.all[seed % 2 == 0 ? 0 : 3])
        var longest = 0
        for _ in 0..<30 {
            let noise = (0..<500).map { _ -> UInt8 in
                state &+= 0x9E37_79B9_7F4A_7C15
                let mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
                return [0x1B, 0x1D, 0x1C, 0x10, 0x0A, 0x28, 0x43, UInt8(truncatingIfNeeded: mixed >> 20)][
                    Int(mixed >> 60) % 8]
            }
            for slip in reader.read(noise) { longest = max(longest, slip.lines.map(\.count).max() ?? 0) }
        }
        #expect(longest <= PaperReader.longestLine)
    }

    @Test func anEndlessLineAndEndlessPaperAreCut() {
        var reader = PaperReader(PrinterProfile.all[0])
        #expect(reader.read([UInt8](repeating: 0x41, count: 1_000_000)).isEmpty)
        #expect(reader.read([UInt8](repeating: 0x0A, count: 100_000)).isEmpty)
        let slips = reader.read([0x42, 0x1D, 0x56, 0])
        #expect(slips.map { $0.lines.count }.allSatisfy { $0 <= PaperReader.mostLines })
        #expect(slips.first?.lines.first?.count == PaperReader.longestLine)
    }
}
