/// What the page shows, as finished text and structure: the contract is in `Kiosk/README.md`. Whole every time,
/// never a change to an earlier one. What is nil is left out.
public struct View: Encodable, Equatable, Sendable {
    /// What a mark, a line or a count stands for; the page has a colour, a shape and an outline for each.
    public enum Mark: String, Encodable, Sendable { case seen, work, done, warn, stop }
    public enum Icon: String, Encodable, Sendable { case seen, work, done, warn, staff, info }

    public struct Count: Encodable, Equatable, Sendable {
        public var `is`: Mark
        public var number: Int
        public var label: String
    }

    public struct Line: Encodable, Equatable, Sendable {
        public var id: String
        public var `is`: Mark
        public var icon: Icon
        public var title: String
        public var word: String
        public var note: String?
        public var to: String?
        public var onPad: Bool
    }

    public struct Notice: Encodable, Equatable, Sendable {
        public var `is`: Mark
        public var text: String
    }

    public struct Button: Encodable, Equatable, Sendable {
        public var token: String
        public var name: String
        public var label: String
        public var main: Bool
        public var picture: String?
    }

    public struct LanguageButton: Encodable, Equatable, Sendable {
        public var token: String
        public var code: String
        public var label: String
    }

    /// A place at the furniture and where the arrow to it points.
    public struct Place: Encodable, Equatable, Sendable {
        public var picture: String
        public var text: String
        public var to: String
    }

    public struct Attract: Encodable, Equatable, Sendable {
        public var zones: [Place]
        public var foot: String
        public var languages: [LanguageButton]
    }

    public struct PIN: Encodable, Equatable, Sendable {
        public var token: String
        /// Nil where the library does not fix how many there are.
        public var digits: Int?
        public var rub: String
        public var next: String
        public var forgot: String
        /// What is spoken of the dots, by the number of digits: 0, 1, 2 …
        public var typed: [String]
        public var wrong: String?
    }

    public struct Goodbye: Encodable, Equatable, Sendable {
        public var label: String?
        public var date: String?
        public var gate: String?
    }

    public struct Rest: Encodable, Equatable, Sendable {
        public var lead: String
        public var works: String?
        public var code: String
    }

    public struct Over: Encodable, Equatable, Sendable {
        public var kind: String
        public var title: String
        public var more: String?
        public var secondsLeft: Int
        public var of: Int
        public var unit: String
        public var choices: [Button]
    }

    public struct Heard: Encodable, Equatable, Sendable {
        public var number: Int
        public var name: String
    }

    public struct Labels: Encodable, Equatable, Sendable {
        public var comfort: String
        public var list: String
        public var up: String
        public var down: String
        public var moment: String
        public var contrast: String
        public var sound: String
    }

    public var number: Int
    public var screen: String
    public var lang: String
    public var dir: String
    public var theme: String
    public var layout: String
    public var pad: String
    public var millimetre: Double
    public var library: String
    public var clock: String
    public var station: String
    public var mood: Mark?
    public var title = ""
    public var aside: String?
    public var asideFirst = false
    public var counts: [Count] = []
    public var rows: [Line] = []
    public var notice: [Notice] = []
    public var choices: [Button] = []
    public var attract: Attract?
    public var point: Place?
    public var pin: PIN?
    public var goodbye: Goodbye?
    public var rest: Rest?
    public var later: String?
    public var overlay: Over?
    public var languageChoices: [LanguageButton] = []
    public var sound: Heard?
    public var say = ""
    public var labels: Labels
}
