#include "pages/reports/asides.h"

#include "govuk/button.h"
#include "govuk/panel.h"
#include "html/elements.h"
#include "html/form_elements.h"
#include "pages/content/page_words.h"
#include "pages/reports/services_list.h"
#include "usecases/reports/note_signposted.h"

namespace doorstep::pages::reports {
namespace {

Words const carry_on_words{"Carry on", "Parhau"};
Words const report_anyway_words{"Tell us as well", "Dweud wrthym ni hefyd"};
Words const go_elsewhere_words{"I will go there instead", "Byddaf yn mynd yno yn lle hynny"};

/// What to do at once, before anything else.
Html emergency(Visit& visit, Step const& step) {
    auto const document = content::page_words(visit, "report-emergency");
    return visit.form(
        address_of(visit, step),
        govuk::panel({.title_text = document.title,
                      .html = document.body,
                      .actions = {.items = {{.text = words(visit, carry_on_words), .type = "submit"}}},
                      .classes = "govuk-panel--interruption"}));
}

std::vector<std::string> help_for(Step const& step, Pairs const& answers, usecases::Settings const& settings,
                                  Date today) {
    if (step.name == "safe") return {"self-harm", "victims"};
    std::vector<std::string> kinds{"victims"};
    for (auto const code : answers.all("kinds"))
        if (auto const* entry = settings.list("categories").find(code, today))
            kinds.emplace_back(entry->detail("support_for"));
    return kinds;
}

Html help(Visit& visit, Step const& step, Pairs const& answers) {
    auto const services = helplines(help_for(step, answers, visit.context.settings(), visit.context.today),
                                    visit.context.settings(), visit.context.today);
    auto const document = content::page_words(visit, step.name == "safe" ? "report-safe" : "report-support",
                                              {{"helplines", services_list(services, visit.language())}});
    Html html = html::h1(words(visit, step.title));
    html << document.body
         << visit.form(address_of(visit, step), govuk::button({.text = words(visit, carry_on_words)}));
    return html;
}

Html signpost(Visit& visit, Step const& step, Pairs const& answers) {
    auto const services = others_who_help(answers, visit.context.settings(), visit.context.today);
    auto const document = content::page_words(visit, "report-signpost",
                                              {{"services", services_list(services, visit.language())}});
    Html buttons = govuk::button({.text = words(visit, report_anyway_words)});
    buttons << govuk::button({.text = words(visit, go_elsewhere_words),
                              .name = "elsewhere",
                              .value = "yes",
                              .classes = "govuk-button--secondary"});
    Html html = html::h1(words(visit, step.title));
    html << document.body << visit.form(address_of(visit, step), html::button_group(buttons));
    return html;
}

}  // namespace

http::Response show_aside(Visit& visit, Step const& step, Journey const& journey) {
    Html body = step.name == "emergency"  ? emergency(visit, step)
                : step.name == "signpost" ? signpost(visit, step, journey.answers)
                                          : help(visit, step, journey.answers);
    return visit.page(journey_page(visit, step, journey.answers, std::move(body)));
}

http::Response post_aside(Visit& visit, Step const& step, Journey& journey) {
    if (step.name == "signpost" && visit.request.form.has("elsewhere")) {
        std::vector<std::string> services;
        for (auto const* service :
             others_who_help(journey.answers, visit.context.settings(), visit.context.today))
            services.push_back(service->code);
        (void)usecases::reports::note_signposted(visit.context, services);
        usecases::reports::leave_draft(visit.context, visit.request.cookies.value("draft"));
        return visit.see_other(visit.path("/report/elsewhere")).with_cookie(no_draft_cookie());
    }
    save_answers(visit, journey, step.name, [&](Pairs& answers) { mark_done(answers, step); });
    return visit.see_other(address_after(visit, step, journey.answers));
}

http::Response show_elsewhere(Visit& visit) {
    auto document = content::page_words(visit, "report-elsewhere");
    Page page;
    page.title = document.title;
    page.resident = true;
    Html body = html::h1(document.title);
    body << document.body;
    page.body = html::two_thirds(body);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::reports
