#include "mail/mail_server.h"

#include <arpa/inet.h>
#include <grp.h>
#include <netinet/in.h>
#include <pwd.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "storage/child_process.h"

namespace doorstep::test {
namespace {

namespace fs = std::filesystem;

constexpr char const* program = "/usr/sbin/exim4";
constexpr auto patience = std::chrono::seconds(15);
constexpr auto moment = std::chrono::milliseconds(20);

/// Whoever a mail server runs as that was started by root.
passwd const& ordinary_user() {
    static passwd const* const found = ::getpwnam("nobody");
    if (!found) throw std::runtime_error("There is no user called nobody");
    return *found;
}

class Socket {
  public:
    Socket() : number_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {}
    Socket(Socket const&) = delete;
    Socket& operator=(Socket const&) = delete;
    ~Socket() { ::close(number_); }
    int number() const { return number_; }

  private:
    int number_;
};

sockaddr_in here(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int free_port() {
    Socket const socket;
    auto address = here(0);
    socklen_t size = sizeof address;
    if (::bind(socket.number(), reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        ::getsockname(socket.number(), reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("No port is free");
    return ntohs(address.sin_port);
}

/// An ordinary user may start it as it is. Root becomes somebody else first; in a root folder that is closed
/// to others, as of a system unpacked by hand, that somebody keeps leave to pass through it.
std::vector<std::string> command_for(fs::path const& configuration) {
    std::vector<std::string> const server{program, "-C", configuration.string(), "-bdf"};
    if (::geteuid() != 0) return server;
    auto const& user = ordinary_user();
    std::vector<std::string> as_user{"setpriv", "--reuid=" + std::to_string(user.pw_uid),
                                     "--regid=" + std::to_string(user.pw_gid), "--clear-groups"};
    auto const with = [&](std::vector<std::string> const& more) {
        auto all = as_user;
        all.insert(all.end(), more.begin(), more.end());
        return all;
    };
    try {
        storage::run_child(with({"true"}), "util-linux");
    } catch (std::exception const&) {
        as_user = with({"--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override",
                        "--securebits=+no_setuid_fixup"});
    }
    return with(server);
}

pid_t start_process(std::vector<std::string> command, fs::path const& output) {
    std::vector<char*> words;
    for (auto& word : command) words.push_back(word.data());
    words.push_back(nullptr);
    auto const said = output.string();
    auto const child = ::fork();
    if (child != 0) return child;
    if (!std::freopen(said.c_str(), "a", stdout) || !std::freopen(said.c_str(), "a", stderr)) ::_exit(126);
    ::execvp(words.front(), words.data());
    ::_exit(127);
}

std::string content_of(fs::path const& path) {
    std::stringstream content;
    content << std::ifstream(path).rdbuf();
    return content.str();
}

}  // namespace

bool MailServer::is_installed() { return ::access(program, X_OK) == 0; }

MailServer::MailServer(Encryption encryption) : encryption_(encryption) {
    for (auto const* name : {"spool", "log", "letters"}) fs::create_directory(folder_.path() / name);
    if (encryption_ == Encryption::offered)
        storage::run_child({"openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                            "-keyout", (folder_.path() / "key.pem").string(), "-out", certificate().string(),
                            "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"},
                           "openssl");
    // Somebody else may take the port between our look and the server's start: then another one.
    for (int tries = 0; tries < 5 && process_ < 0; ++tries) {
        port_ = free_port();
        write_configuration();
        try {
            start();
        } catch (std::runtime_error const&) {
            if (tries == 4) throw;
        }
    }
}

MailServer::~MailServer() { stop(); }

std::string MailServer::url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }

void MailServer::write_configuration() const {
    auto const folder = folder_.path().string();
    auto const* user = ::geteuid() == 0 ? &ordinary_user() : ::getpwuid(::geteuid());
    auto const* group = user ? ::getgrgid(user->pw_gid) : nullptr;
    if (!user || !group) throw std::runtime_error("The user who runs the tests has no name");
    std::string const owner =
        std::string("  user = ") + user->pw_name + "\n  group = " + group->gr_name + "\n";
    std::ofstream file(folder_.path() / "exim.conf");
    file << "spool_directory = " << folder << "/spool\n"
         << "log_file_path = " << folder << "/log/%slog\n"
         << "pid_file_path = " << folder << "/pid\n"
         << "exim_user = " << user->pw_name << "\nexim_group = " << group->gr_name << "\n"
         << "local_interfaces = 127.0.0.1\ndaemon_smtp_ports = " << port_ << "\n"
         << "primary_hostname = mail.example.org\nkeep_environment =\nhost_lookup =\nrfc1413_hosts =\n";
    if (encryption_ == Encryption::offered)
        file << "tls_advertise_hosts = *\ntls_certificate = " << certificate().string()
             << "\ntls_privatekey = " << folder << "/key.pem\n";
    else
        file << "tls_advertise_hosts =\n";
    file << "acl_smtp_rcpt = recipient\n"
            "begin acl\n"
            "recipient:\n"
            "  defer message = Greylisted, come back later\n"
            "        local_parts = greylisted\n"
            "        !condition = ${if exists{"
         << folder << "/let-through}}\n"
         << "  deny message = There is nobody of that name, <nobody-here@example.org>\n"
            "       local_parts = nobody-here\n"
            "  deny message = Give your name first\n"
            "       local_parts = needs-name\n"
            "       !authenticated = *\n"
            "  accept domains = example.org\n"
            "  deny message = Not from here\n"
            "begin routers\n"
            "everybody:\n"
            "  driver = accept\n"
            "  transport = letter_box\n"
            "begin transports\n"
            "letter_box:\n"
            "  driver = appendfile\n"
            "  maildir_format\n"
            "  directory = "
         << folder << "/letters\n"
         << owner
         << "begin authenticators\n"
            "plain:\n"
            "  driver = plaintext\n"
            "  public_name = PLAIN\n"
            "  server_prompts = :\n"
            "  server_condition = ${if and{{eq{$auth2}{doorstep}}{eq{$auth3}{correct horse}}}}\n"
            "  server_set_id = $auth2\n"
            "  server_advertise_condition = *\n";
    file.close();
    if (!file) throw std::runtime_error("Cannot write the mail server's configuration");
    if (::geteuid() != 0) return;
    for (auto const& entry : fs::recursive_directory_iterator(folder_.path()))
        if (::chown(entry.path().c_str(), user->pw_uid, user->pw_gid) != 0)
            throw std::runtime_error("Cannot give the mail server its folder");
    if (::chown(folder.c_str(), user->pw_uid, user->pw_gid) != 0)
        throw std::runtime_error("Cannot give the mail server its folder");
}

bool MailServer::answers() const {
    Socket const socket;
    auto address = here(port_);
    return ::connect(socket.number(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
}

void MailServer::start() {
    process_ = start_process(command_for(folder_.path() / "exim.conf"), folder_.path() / "said");
    auto const until = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < until) {
        int status = 0;
        if (::waitpid(process_, &status, WNOHANG) == process_) {
            process_ = -1;
            throw std::runtime_error("The mail server did not start: " + log());
        }
        if (answers()) return;
        std::this_thread::sleep_for(moment);
    }
    stop();
    throw std::runtime_error("The mail server does not answer: " + log());
}

void MailServer::stop() {
    if (process_ < 0) return;
    ::kill(process_, SIGTERM);
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = -1;
}

void MailServer::let_greylisted_through() { std::ofstream(folder_.path() / "let-through") << "yes\n"; }

std::vector<std::string> MailServer::letters(std::size_t at_least) const {
    auto const until = std::chrono::steady_clock::now() + patience;
    std::vector<fs::path> paths;
    do {
        paths.clear();
        std::error_code none_yet;
        for (auto const& entry : fs::directory_iterator(folder_.path() / "letters" / "new", none_yet))
            paths.push_back(entry.path());
        if (paths.size() >= at_least) break;
        std::this_thread::sleep_for(moment);
    } while (std::chrono::steady_clock::now() < until);
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> letters;
    for (auto const& path : paths) letters.push_back(content_of(path));
    return letters;
}

std::string MailServer::log() const {
    return content_of(folder_.path() / "said") + content_of(folder_.path() / "log" / "mainlog") +
           content_of(folder_.path() / "log" / "paniclog");
}

}  // namespace doorstep::test
