#include "gateways/document_programs.h"

#include <unistd.h>

#include <mutex>

#include "base/failure.h"
#include "base/private_folder.h"
#include "gateways/child_program.h"

namespace doorstep::gateways {
namespace {

constexpr std::chrono::seconds longest{30};

std::vector<std::string> const& browser_names() {
    static std::vector<std::string> const names{"chromium", "chromium-browser", "google-chrome-stable"};
    return names;
}

/// A browser takes a few hundred megabytes: one at a time.
class OneAtATime {
  public:
    OneAtATime() : lock_(mutex(), 2 * longest) {
        if (!lock_.owns_lock())
            throw GatewayError(FailureKind::unavailable, "Other documents are being made: try again soon");
    }

  private:
    static std::timed_mutex& mutex() {
        static std::timed_mutex one;
        return one;
    }
    std::unique_lock<std::timed_mutex> lock_;
};

void lay_out(PrivateFolder const& folder, std::string_view page, FilesBeside const& beside) {
    folder.write("page.html", page);
    for (auto const& [name, content] : beside) folder.write(name, content);
}

}  // namespace

bool can_make_pdf() { return find_program(browser_names()).has_value(); }
bool can_make_docx() { return find_program({"pandoc"}) && find_program({"rsvg-convert"}); }

std::string pdf_of_page(std::string_view page, FilesBeside const& beside) {
    auto const browser = find_program(browser_names());
    if (!browser) throw GatewayError(FailureKind::unavailable, "chromium is not installed");
    OneAtATime const turn;
    PrivateFolder const folder;
    lay_out(folder, page, beside);
    auto const file = folder.path().string();
    std::vector<std::string> arguments{
        "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
        // A second wall where the kernel gave no network of its own: no name resolves and no proxy answers.
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
        "--user-data-dir=" + file + "/profile", "--no-pdf-header-footer", "--export-tagged-pdf",
        "--generate-pdf-document-outline", "--print-to-pdf=" + file + "/page.pdf"};
    // Its own sandbox refuses to run for root, and inside the user namespace that keeps it off the network.
    arguments.emplace_back("--no-sandbox");
    arguments.push_back("file://" + file + "/page.html");
    run_child_program(
        {.program = *browser, .arguments = arguments, .folder = folder.path(), .limit = longest});
    return folder.read("page.pdf");
}

std::string docx_of_page(std::string_view page, FilesBeside const& beside) {
    auto const pandoc = find_program({"pandoc"});
    if (!pandoc || !find_program({"rsvg-convert"}))
        throw GatewayError(FailureKind::unavailable, "pandoc or librsvg2-bin is not installed");
    OneAtATime const turn;
    PrivateFolder const folder;
    lay_out(folder, page, beside);
    run_child_program({.program = *pandoc,
                       .arguments = {"--from=html", "--to=docx", "--output=page.docx", "page.html"},
                       .folder = folder.path(),
                       .limit = longest});
    return folder.read("page.docx");
}

}  // namespace doorstep::gateways
