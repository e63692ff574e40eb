import Testing

/// What decides has no clock, no chance, no file and no task: that is why it can be simulated and replayed.
@Suite struct PureRoomTests {
    static let folders = [
        "Sources/Circulation", "Sources/SIP2", "Sources/Station", "Sources/CallNumbers", "Devices/Tags",
        "Devices/Drivers", "Devices/Pretend", "Kiosk/Machine",
    ]
    static let files = Checkout.files(folders, ending: ".swift")

    @Test("the pure rooms are there") func there() {
        #expect(Self.files.count > 40)
    }

    @Test("a pure room imports nothing of the system", arguments: files)
    func imports(_ file: Checkout.File) {
        let forbidden = file.lines.filter { line in
            ["import Foundation", "import Glibc", "import Dispatch", "import NIO", "import Synchronization"]
                .contains { line.contains($0) }
        }
        #expect(forbidden.isEmpty, "\(file): \(forbidden)")
    }

    @Test("a pure room asks no clock, no dice and no task", arguments: files)
    func calls(_ file: Checkout.File) {
        let forbidden = file.lines.filter { line in
            let code = String(line).withoutTexts
            // `LocalDate(` ends like Foundation's type and is ours.
            return ["UUID(", ".random", "Task {", "Task.", "Task(", ".now"].contains { code.contains($0) }
                || code.replacing("LocalDate(", with: "").contains("Date(")
        }
        #expect(forbidden.isEmpty, "\(file): \(forbidden)")
    }

    /// Sets and dictionaries iterate in another order in every process.
    @Test("a pure room does not walk through a dictionary or a set", arguments: files)
    func order(_ file: Checkout.File) {
        let forbidden = file.lines.filter { line in
            line.contains(".keys") && !line.contains("sorted") || line.contains(".values {")
        }
        #expect(forbidden.isEmpty, "\(file): \(forbidden)")
    }
}
