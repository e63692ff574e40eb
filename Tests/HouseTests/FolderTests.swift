import Foundation
import Testing

/// What a newcomer looks for is there.
@Suite struct FolderTests {
    static let models: [String] = {
        let folder = Checkout.root.appending(path: "Devices/Models").path
        return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
            .filter { !$0.hasPrefix(".") && !$0.hasSuffix(".md") }
    }()

    @Test("there are models") func there() { #expect(!Self.models.isEmpty) }

    @Test("every model says what it is and proves that it works", arguments: models)
    func model(_ name: String) {
        #expect(Checkout.exists("Devices/Models/\(name)/README.md"))
        #expect(!Checkout.files(["Devices/Models/\(name)"], ending: ".transcript").isEmpty)
    }

    static let documents =
        Checkout.files(["docs", "Devices", "Kiosk", "Sources"], ending: ".md")
        + [Checkout.File(path: "README.md")].filter { Checkout.exists($0.path) }

    @Test("every link in a document leads somewhere", arguments: documents)
    func links(_ document: Checkout.File) {
        let folder = (document.path as NSString).deletingLastPathComponent
        let broken = Self.links(in: document.text).filter { link in
            !link.contains("://") && !link.hasPrefix("#") && !link.hasPrefix("mailto:")
                && !Checkout.exists("\(folder.isEmpty ? "." : folder)/\(link.split(separator: "#").first ?? "")")
        }
        #expect(broken.isEmpty, "\(document): \(broken)")
    }

    static func links(in text: String) -> [String] {
        text.matches(of: /\]\(([^)\s]+)\)/).map { String($0.output.1) }
    }

    @Test("every code that Lectern can show is in docs/faults.md") func faults() {
        let page = Checkout.File(path: "docs/faults.md").text
        let sources = Checkout.files(["Sources", "Devices", "Kiosk"], ending: ".swift")
        let codes = sources.flatMap { file in
            file.text.matches(of: /"((?:K|HOST|JOUR|ENGINE|LINE|SIP|TAG|PRN|WIR|WORD|CALL|SET)-[0-9]+)"/)
                .map { String($0.output.1) }
        }
        #expect(codes.count > 50)
        #expect(codes.filter { !page.contains("| \($0) |") } == [])
    }

    @Test("links are found") func finds() {
        #expect(Self.links(in: "see [a](b.md) and ![c](d/e.png#x)") == ["b.md", "d/e.png#x"])
    }

    @Test("nothing in the checkout is left to do", arguments: Checkout.swift)
    func finished(_ file: Checkout.File) {
        let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
        let left = file.lines.filter { line in marks.contains { line.contains("// \($0)") } }
        #expect(left.isEmpty, "\(file): \(left)")
    }
}
