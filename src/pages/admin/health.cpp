#include "base/text.h"
#include "govuk/inset_text.h"
#include "govuk/moj_alert.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "govuk/tag.h"
#include "html/elements.h"
#include "pages/admin/admin_page.h"
#include "pages/admin/settings_pages.h"
#include "usecases/upkeep/site_health.h"

namespace doorstep::pages::admin {
namespace {

using usecases::upkeep::SiteHealth;

Html health_problems(SiteHealth const& health) {
    if (health.problems.empty())
        return govuk::moj_alert(
            {.variant = "success", .title = "All is well", .text = "Nothing needs your attention."});
    Html alerts;
    for (auto const& problem : health.problems)
        alerts << govuk::moj_alert({.variant = "warning", .title = "Needs attention", .text = problem + "."});
    return alerts;
}

std::string gigabytes(std::uint64_t bytes) {
    constexpr std::uint64_t gigabyte = 1'000'000'000;
    return text::thousands(static_cast<long long>(bytes / gigabyte)) + " GB";
}

char const* load_words(std::string const& kind) {
    if (kind == "homes") return "Homes loaded";
    if (kind == "postcodes") return "Postcodes loaded";
    if (kind == "wards") return "Wards loaded";
    if (kind == "lsoas") return "Census areas loaded";
    if (kind == "reports") return "Reports imported";
    return "Loaded";
}

Html health_facts(SiteHealth const& health) {
    govuk::SummaryList list;
    auto const add = [&](char const* key, Html value) {
        list.rows.push_back({.key = {.text = key}, .value = {.html = std::move(value)}, .actions = {}});
    };
    std::string copy = "None yet";
    if (health.last_backup_at)
        copy = instant_words(*health.last_backup_at);
    else if (health.next_backup_at)
        copy = "None yet. The first is due on " + instant_words(*health.next_backup_at);
    add("Last nightly copy", Html::text(copy));
    if (health.messages.empty()) add("Messages", Html::text("None are waiting"));
    for (auto const& row : health.messages) {
        std::string words = std::to_string(row.waiting) + " waiting";
        if (row.failed > 0) words += ", " + std::to_string(row.failed) + " not sent";
        words += ", the oldest since " + date_words(london_date(row.oldest_at));
        auto const* key = row.channel == "letter" ? "Letters" : row.channel == "email" ? "E-mails" : "Texts";
        add(key, Html::text(words));
    }
    add("Mail server",
        Html::text(health.emails_reach_people ? "Set" : "None. E-mails are kept in a folder of the data"));
    if (health.disk_size > 0)
        add("Room on the disk",
            Html::text(gigabytes(health.disk_free) + " free of " + gigabytes(health.disk_size)));
    for (auto const& load : health.loads)
        add(load_words(load.kind),
            Html::text(
                text::thousands(load.rows_taken) + " rows of " + load.source + " on " +
                date_words(london_date(load.loaded_at)) +
                (load.rows_refused > 0 ? ", " + text::thousands(load.rows_refused) + " refused" : "")));
    add("Database", Html::text("Answers. Migrations up to " + health.schema));
    if (health.proposals_waiting > 0)
        add("Standards", html::a("/admin/standards",
                                 text::count_of(health.proposals_waiting, "change waits", "changes wait") +
                                     " to be approved"));
    return govuk::summary_list(list);
}

/// "nightly-backup" is "Nightly backup".
std::string job_words(std::string name) {
    for (auto& c : name)
        if (c == '-') c = ' ';
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z')
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

Html jobs_table(SiteHealth const& health) {
    if (health.jobs.empty())
        return html::p("No job has run yet. They start with the server, a minute after it.");
    govuk::Table table{.rows = {},
                       .head = {{.text = "Job"}, {.text = "Last run"}, {.text = "Result"}, {.text = "Next"}},
                       .caption = "Work that the program does by itself",
                       .caption_classes = "govuk-table__caption--m",
                       .first_cell_is_header = true};
    for (auto const& job : health.jobs) {
        Html result;
        if (job.failures > 0)
            result << html::div("ds-line", govuk::tag({.text = "Failed", .classes = "govuk-tag--red"}))
                   << html::div("ds-line", Html::text(job.last_error));
        else
            result << html::div("ds-line", Html::text(job.last_result));
        table.rows.push_back({{.text = job_words(job.name)},
                              {.text = job.last_ended_at ? instant_words(*job.last_ended_at) : "Not yet"},
                              {.html = result},
                              {.text = instant_words(job.next_at)}});
    }
    return govuk::table_wrap({.table = table, .label = ""});
}

}  // namespace

http::Response show_health(Visit& visit) {
    auto const health = usecases::upkeep::view_site_health(visit.context);
    if (!health) return visit.refused(health.error());
    Html body = html::h1("Settings");
    body << health_problems(*health) << health_facts(*health) << jobs_table(*health);
    return visit.page(admin_page(visit, Section::home, "Settings", body));
}

}  // namespace doorstep::pages::admin
