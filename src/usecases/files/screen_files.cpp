#include "usecases/files/screen_files.h"

#include "base/failure.h"
#include "base/text.h"
#include "gateways/vault.h"
#include "storage/received_files.h"

namespace doorstep::usecases::files {
namespace {

constexpr std::size_t most_at_once = 200;

/// Where it came from says that it is kept apart. Nothing on a draft: that is nobody's file yet.
void tell(Context& context, std::string const& sha256, std::string const& finding) {
    auto const records = context.services.database.read(
        [&](storage::sql::Read& tx) { return storage::received_files::with_content(tx, sha256); });
    for (auto const& file : records) {
        if (!file.case_file && !file.report) continue;
        (void)context.change([&](Change& change) -> Expected<Done> {
            auto const detail = domain::events::Detail()
                                    .set("finding", finding)
                                    .set("sha256", sha256)
                                    .personal("name", file.original_name);
            if (file.case_file)
                change.record(*file.case_file, domain::events::file_set_apart, file.id.text(), detail);
            else
                change.record(*file.report, domain::events::file_set_apart, file.id.text(), detail);
            return Done{};
        });
    }
}

}  // namespace

std::string without_scanner(Context& context) {
    auto const waiting = context.services.vault.waiting(most_at_once).size();
    if (waiting == 0) return "No scanner is set up";
    throw GatewayError(FailureKind::unavailable,
                       text::count_of(static_cast<long long>(waiting), "file waits", "files wait") +
                           " for a virus scanner, and none is set up");
}

std::string screen_files(Context& context, gateways::VirusScanner& scanner) {
    auto& vault = context.services.vault;
    int clean = 0;
    int bad = 0;
    std::string problem;
    for (auto const& sha256 : vault.waiting(most_at_once)) {
        // Its content never came, or was forgotten meanwhile.
        if (!vault.has(sha256)) {
            vault.pass(sha256);
            continue;
        }
        try {
            auto const finding = scanner.scan(vault.path_of(sha256));
            if (finding.empty()) {
                vault.pass(sha256);
                ++clean;
                continue;
            }
            vault.set_apart(sha256, finding);
            tell(context, sha256, finding);
            ++bad;
        } catch (GatewayError const& failure) {
            problem = failure.what();
            if (failure.kind() == FailureKind::unavailable) break;
        }
    }
    auto const done =
        text::count_of(clean, "file", "files") + " clean, " + std::to_string(bad) + " kept apart";
    if (!problem.empty()) throw GatewayError(FailureKind::unavailable, problem + " (" + done + ")");
    return done;
}

}  // namespace doorstep::usecases::files
