import Circulation
import Foundation
import Testing

@testable import Paper

/// Whole slips, as text and as bytes.
/// After a wanted change: `LECTERN_UPDATE_GOLDENS=1 swift test --filter GoldenTests`.
@Suite struct GoldenTests {
    struct Slip: Sendable, CustomTestStringConvertible {
        var kind: Receipt.Kind
        var language: String
        var profile: String
        var name: String { "\(kind)-\(language)-\(profile)" }
        var testDescription: String { name }
        var document: Document { kind == .borrowed ? Slips.borrowed(language) : Slips.returned(language) }
        var words: PaperWords { language == "ar" ? Slips.arabic : Slips.english }
    }

    static let slips = [Receipt.Kind.borrowed, .returned].flatMap { kind in
        ["escpos-48", "escpos-42", "escpos-32"].map { Slip(kind: kind, language: "en", profile: $0) }
            + ["utf8-48", "utf8-42", "utf8-32"].map { Slip(kind: kind, language: "ar", profile: $0) }
    }

    private static let folder = String(#filePath.dropLast("PaperTests/GoldenTests.swift".count)) + "Goldens/Paper/"

    @Test(arguments: slips)
    func theSlipIsAsItWas(_ slip: Slip) throws {
        let profile = try #require(PrinterProfile.named(slip.profile))
        let text = PaperText(slip.document, columns: profile.columns, words: slip.words)
        let printed = ESCPOS.bytes(text, for: profile)
        try compare(text.text, with: slip.name + ".txt")
        try compare(Self.hex(printed.bytes), with: slip.name + ".hex")
    }

    private func compare(_ text: String, with name: String) throws {
        let path = Self.folder + name
        if ProcessInfo.processInfo.environment["LECTERN_UPDATE_GOLDENS"] == "1" {
            try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
            try text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let golden = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text == golden, "\(name) differs: LECTERN_UPDATE_GOLDENS=1 swift test --filter GoldenTests")
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        stride(from: 0, to: bytes.count, by: 32).map { start in
            bytes[start..<min(start + 32, bytes.count)].map { String(format: "%02X", $0) }.joined(separator: " ") + "\n"
        }.joined()
    }
}
