import Foundation

/// The files of this checkout, as they lie on the disk.
enum Checkout {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    struct File: Sendable, CustomStringConvertible {
        /// From the root, such as `Sources/Station/Station.swift`.
        var path: String
        var description: String { path }
        var text: String { (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? "" }
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    }

    /// All files below these folders that end so, sorted. What was built or installed is left out.
    static func files(_ folders: [String], ending: String) -> [File] {
        folders.flatMap { folder in
            let inside = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
            let paths = (inside?.compactMap { $0 as? String } ?? []).sorted()
            return paths.filter { $0.hasSuffix(ending) && !$0.contains(".build") && !$0.contains(".venv") }
                .map { File(path: folder == "." ? $0 : "\(folder)/\($0)") }
        }
    }

    static let swift = files(["Sources", "Devices", "Kiosk", "Tests"], ending: ".swift")

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }
}
