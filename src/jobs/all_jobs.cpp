#include "jobs/all_jobs.h"

#include "base/text.h"
#include "gateways/virus_scanner.h"
#include "gateways/web_post.h"
#include "usecases/figures/counted_days.h"
#include "usecases/files/screen_files.h"
#include "usecases/find/case_words.h"
#include "usecases/messages/clear_outbox.h"
#include "usecases/plans/count_steps.h"
#include "usecases/reports/drafts.h"
#include "usecases/site/site_keys.h"
#include "usecases/surveys/invite.h"
#include "usecases/upkeep/back_up.h"
#include "usecases/upkeep/check_due.h"
#include "usecases/upkeep/clear_ended.h"
#include "usecases/upkeep/seal_events.h"
#include "usecases/webhooks/deliver.h"

namespace doorstep::jobs {

std::vector<Job> all_jobs(usecases::SiteConfig const& config) {
    return {
        {"seal-events", Schedule::every_minutes(10),
         [](auto& context, auto const&) { return usecases::upkeep::seal_events(context); }},
        {"clear-ended", Schedule::every_minutes(60),
         [](auto& context, auto const&) { return usecases::upkeep::clear_ended(context); }},
        {"clear-outbox", Schedule::every_minutes(1),
         [](auto& context, auto const& stop) { return usecases::messages::clear_outbox(context, stop); }, 60},
        {"deliver-webhooks", Schedule::every_minutes(1),
         [config](auto& context, auto const& stop) {
             gateways::CurlPoster poster(config.webhook_networks);
             return usecases::webhooks::deliver_webhooks(context, poster, stop);
         },
         60},
        // Also when none is set: what waited for one that was there before is said to wait still.
        {"screen-files", Schedule::every_minutes(1),
         [config](auto& context, auto const&) {
             if (config.scanner.empty()) return usecases::files::without_scanner(context);
             gateways::ClamdScanner scanner(config.scanner);
             return usecases::files::screen_files(context, scanner);
         },
         60},
        {"find-late-letters", Schedule::daily_at({4, 10}),
         [](auto& context, auto const&) { return usecases::messages::find_late_letters(context); }},
        {"check-contact-clocks", Schedule::daily_at({0, 40}),
         [](auto& context, auto const&) { return usecases::upkeep::check_contact_clocks(context); }, 60},
        {"check-surveys", Schedule::daily_at({0, 50}),
         [](auto& context, auto const&) { return usecases::upkeep::check_surveys(context); }},
        // By day, so that an e-mail arrives when people are up.
        {"invite-to-surveys", Schedule::daily_at({9, 30}),
         [](auto& context, auto const&) { return usecases::surveys::invite_to_surveys(context); }, 60},
        {"forget-drafts", Schedule::daily_at({3, 10}),
         [](auto& context, auto const&) {
             auto const forgotten = usecases::reports::forget_drafts(context);
             return text::count_of(forgotten, "unfinished report", "unfinished reports") + " forgotten";
         }},
        {"count-late-steps", Schedule::daily_at({0, 20}),
         [](auto& context, auto const&) { return usecases::plans::refresh_late_steps(context); }},
        {"count-days", Schedule::every_minutes(1),
         [](auto& context, auto const& stop) { return usecases::figures::count_days(context, stop); }, 60},
        {"seal-again", Schedule::every_minutes(10),
         [](auto& context, auto const&) { return usecases::site_keys::seal_again(context); }},
        {"take-up-words", Schedule::every_minutes(1),
         [](auto& context, auto const&) { return usecases::find::take_up_words(context); }, 60},
        {"check-counted-days", Schedule::daily_at({1, 10}),
         [](auto& context, auto const& stop) { return usecases::figures::check_counted_days(context, stop); },
         60},
        {"nightly-backup", Schedule::daily_at({2, 30}),
         [config](auto& context, auto const&) {
             return usecases::upkeep::back_up(context, config.backups());
         },
         120},
    };
}

}  // namespace doorstep::jobs
