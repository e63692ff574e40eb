import Foundation

/// The files of `Kiosk/Web`, read once at start. What is not in this list is not served: no part of an address ever
/// becomes part of a path.
public struct PageFiles: Sendable {
    struct File: Sendable {
        var name: String
        var type: String
        var bytes: [UInt8]
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "woff2": "font/woff2", "png": "image/png",
    ]

    let files: [File]
    let index: String
    /// The bench; nil where it was not installed.
    let pretend: String?

    /// - Parameter folder: `Kiosk/Web`.
    /// - Throws: what the file system says.
    public init(folder: String) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        func text(_ name: String) throws -> String { try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) }
        index = try text("index.html")
        pretend = names.contains("pretend.html") ? try text("pretend.html") : nil
        files = try names.compactMap { name in
            guard let type = Self.types[String(name.split(separator: ".").last ?? "")] else { return nil }
            let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
            return File(name: name, type: type, bytes: [UInt8](data))
        }
    }
}

/// Where the things that a library may edit lie: the pages, the words.
public enum Share {
    /// - Returns: the folder that holds `Kiosk/Web`: the one in `LECTERN_SHARE`, the checkout around the program or
    ///   around the current folder, or the installed one.
    /// - Throws: ``HostError/noShare(_:)``.
    public static func folder() throws(HostError) -> String {
        var places: [String] = []
        if let named = ProcessInfo.processInfo.environment["LECTERN_SHARE"] {
            places = [named]
        } else {
            places = [FileManager.default.currentDirectoryPath]
            var around = URL(fileURLWithPath: program).deletingLastPathComponent()
            for _ in 0..<6 {
                places.append(around.path)
                around.deleteLastPathComponent()
            }
            places.append("/usr/share/lectern")
        }
        for place in places where FileManager.default.fileExists(atPath: "\(place)/Kiosk/Web/index.html") {
            return place
        }
        throw .noShare(places)
    }

    /// The file of this very program.
    public static var program: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }
}
