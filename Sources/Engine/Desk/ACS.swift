import Circulation
import SIP2

/// What a desk says of itself, and what it expects of a station.
public struct DeskSettings: Sendable {
    public struct Login: Sendable {
        public var user: String
        public var password: Secret
        public init(user: String, password: Secret) { (self.user, self.password) = (user, password) }
    }

    /// What a station hears that asks something before it has logged in.
    public enum StrangerPolicy: Sendable {
        /// `940`, whatever the question was: the station sees at once that it must log in.
        case refused
        /// Silence, as openncip keeps it.
        case ignored
    }

    /// `AO`.
    public var institution = "LECTERN"
    /// `AM`.
    public var libraryName = "Lectern Library"
    /// The branch where this desk stands: a hold for it is ready here, an item of another branch travels.
    public var branch = "MAIN"
    /// nil lets everybody in.
    public var login: Login? = Login(user: "kiosk", password: Secret("kiosk"))
    public var strangers = StrangerPolicy.refused
    /// Evergreen has a setting for it: 99 is answered before the login.
    public var answersStatusBeforeLogin = false
    public var charset = Charset.utf8
    /// Koha ends its lines with CR and LF, the protocol with CR alone.
    public var endsWithLineFeed = false
    /// Told in 98, in tenths of a second, 1...998.
    public var timeoutTenths = 100
    /// Told in 98, 0...998.
    public var retries = 3
    /// `CY` and `DA` in 10: who gets the item. Off, because the screen of a return is read by everybody.
    public var tellsHoldPatron = false

    public init() {}
}

/// The library's end of the SIP2 lines (an *automated circulation system*): one session for each connection.
public struct ACS: Sendable {
    let library: Library
    let settings: DeskSettings

    public init(library: Library, settings: DeskSettings = DeskSettings()) {
        self.library = library
        self.settings = settings
    }

    public func session() -> ACSession { ACSession(library: library, settings: settings) }
}
