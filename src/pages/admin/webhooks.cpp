#include "pages/admin/webhooks.h"

#include "base/text.h"
#include "domain/events/kinds.h"
#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/summary_list.h"
#include "govuk/table_wrap.h"
#include "govuk/warning_text.h"
#include "html/elements.h"
#include "pages/admin/admin_page.h"
#include "pages/paging.h"
#include "usecases/webhooks/webhooks.h"

namespace doorstep::pages::admin {
namespace {

using domain::webhooks::Webhook;
using storage::webhooks::Message;
using usecases::webhooks::Replay;
using usecases::webhooks::SaveWebhook;
using usecases::webhooks::WebhookView;

Crumb const webhooks_crumb{"Webhooks", "/admin/webhooks"};

std::string webhook_address(WebhookId id) { return "/admin/webhooks/" + std::string(id.text()); }

std::string heading_of_kind(std::string_view name) {
    auto const* kind = domain::events::kind_named(name);
    return std::string(kind ? kind->heading : name);
}

std::vector<forms::Choice> kind_to_tell_choices() {
    std::vector<forms::Choice> choices;
    for (auto const name : domain::webhooks::kinds_to_tell())
        choices.push_back({.value = std::string(name), .text = heading_of_kind(name)});
    return choices;
}

forms::Form<SaveWebhook> const& webhook_form() {
    static auto const form = forms::form<SaveWebhook>(
        "webhook",
        forms::text_field(&SaveWebhook::name, {.name = "name", .label = "Which program is it for?"},
                          {forms::required("Enter a name, such as the program it is for"),
                           forms::at_most(100, "Name must be 100 characters or fewer")}),
        forms::text_field(&SaveWebhook::address,
                          {.name = "address",
                           .label = "Its address",
                           .hint = "Begins with https://. What is inside your own network must be allowed in "
                                   "doorstep.toml",
                           .input_type = "url",
                           .spellcheck = false},
                          {forms::required("Enter an address that begins with https:// or http://")}),
        forms::checkboxes_field(
            &SaveWebhook::kinds,
            {.name = "kinds",
             .label = "What is it told of?",
             .hint = "It is told that something happened and on which record, never what it "
                     "says. Nothing is told of restricted cases",
             .choices = kind_to_tell_choices(),
             .small_choices = true},
            {forms::required("Select what it is told of")}));
    return form;
}

forms::Form<Replay> const& replay_form() {
    static auto const form = forms::form<Replay>(
        "webhook-replay",
        forms::date_field(&Replay::since,
                          {.name = "since",
                           .label = "From which day?",
                           .hint = "Messages that did not arrive are sent again. For example, 27 3 2026"},
                          {forms::required("Enter the day"),
                           forms::not_in_future("The day must be today or in the past")}));
    return form;
}

std::string state_of_webhook(Webhook const& webhook) {
    std::string words(words_of(webhook.state));
    if (webhook.failing_since) words += ", failing since " + instant_words(*webhook.failing_since);
    return words;
}

std::string state_of_message(Message const& message) {
    if (message.delivered_at) return "Arrived " + instant_words(*message.delivered_at);
    if (message.attempts == 0) return "Waits";
    auto const tried = text::count_of(message.attempts, "try", "tries") + ": " + message.last_problem;
    if (!message.next_at) return "Given up after " + tried;
    return tried + ". Again " + instant_words(*message.next_at);
}

http::Response new_webhook_page(Visit& visit, http::Pairs typed, std::vector<Problem> const& problems) {
    auto const shapes = webhook_form().shapes();
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1("Add a webhook");
    Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
    fields << forms::buttons("Add webhook", "/admin/webhooks");
    body << visit.form("/admin/webhooks/new", fields);
    auto page = admin_page_below(visit, Section::webhooks, webhooks_crumb, "Add a webhook", body);
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

http::Response secret_page(Visit& visit, usecases::webhooks::WebhookAdded const& added) {
    Html body = html::h1("Copy the secret now");
    body << html::codes({added.secret});
    body << govuk::warning_text({.text =
                                     "We show it this once. With it the other program knows that a message "
                                     "comes from here."});
    body << govuk::button({.text = "I have copied it: continue", .href = webhook_address(added.id)});
    return visit.page(
        admin_page_below(visit, Section::webhooks, webhooks_crumb, "Copy the secret now", body));
}

http::Response webhook_page(Visit& visit, WebhookView const& view, http::Pairs typed,
                            std::vector<Problem> const& problems) {
    auto const& webhook = view.webhook;
    auto const address = webhook_address(webhook.id);
    auto const shapes = replay_form().shapes();
    std::vector<std::string> kinds;
    for (auto const& kind : webhook.kinds) kinds.push_back(heading_of_kind(kind));
    govuk::SummaryList facts;
    auto const row = [&](char const* key, std::string value) {
        facts.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}, .actions = {}});
    };
    row("Address", webhook.address);
    row("State", state_of_webhook(webhook));
    row("Told of", text::join(kinds, "; "));
    row("Last arrived", webhook.last_delivered_at ? instant_words(*webhook.last_delivered_at) : "Never");
    Html body = forms::problem_summary(problems, shapes, visit.language());
    body << html::h1(webhook.name) << govuk::summary_list(facts);
    bool const is_on = webhook.state == domain::webhooks::State::on;
    http::Pairs hidden;
    hidden.set("version", std::to_string(webhook.version));
    hidden.set("to", is_on ? "off" : "on");
    body << visit.form(
        address + "/switch",
        govuk::button({.text = is_on ? "Switch off" : "Switch on", .classes = "govuk-button--secondary"}),
        std::move(hidden));
    body << html::h2("Messages");
    if (view.messages.empty()) {
        body << html::p("Nothing happened yet that it is told of.");
    } else {
        govuk::Table table{.head = {{.text = "What"}, {.text = "On"}, {.text = "When"}, {.text = "State"}},
                           .caption = "Messages, newest first",
                           .caption_classes = "govuk-visually-hidden"};
        for (auto const& message : view.messages)
            table.rows.push_back({{.text = heading_of_kind(message.kind)},
                                  {.text = message.reference},
                                  {.text = instant_words(message.at)},
                                  {.text = state_of_message(message)}});
        Paging const paging{
            .path = address, .query = {}, .page = view.page, .pages = view.pages, .total = view.total};
        body << govuk::table_wrap({.table = std::move(table), .label = ""}) << page_links(paging);
        body << html::h2("Send again");
        Html fields = forms::render_fields(shapes, {.typed = std::move(typed), .problems = problems});
        fields << govuk::button({.text = "Send again", .classes = "govuk-button--secondary"});
        body << visit.form(address + "/replay", fields);
    }
    auto page = admin_page_below(visit, Section::webhooks, webhooks_crumb, webhook.name, body);
    page.has_errors = !problems.empty();
    return visit.page(std::move(page), problems.empty() ? 200 : 422);
}

Expected<WebhookId> webhook_id(Visit const& visit) {
    auto const id = WebhookId::parse(visit.request.parameter("webhook"));
    if (!id) return refuse(RefusalKind::not_found, "webhook-unknown", "There is no such webhook");
    return *id;
}

}  // namespace

http::Response show_webhooks(Visit& visit) {
    auto const webhooks = usecases::webhooks::list_webhooks(visit.context);
    if (!webhooks) return visit.refused(webhooks.error());
    Html body = html::h1("Webhooks");
    if (webhooks->empty()) {
        body << govuk::empty_state({.title = "No webhooks yet",
                                    .text =
                                        "A webhook tells another program that something happened here, and "
                                        "on which record. Never what it says.",
                                    .html = {},
                                    .action_text = "Add a webhook",
                                    .action_href = "/admin/webhooks/new"});
    } else {
        body << govuk::button({.text = "Add a webhook", .href = "/admin/webhooks/new"});
        govuk::Table table{.head = {{.text = "Name"}, {.text = "Address"}, {.text = "State"}},
                           .caption = "Webhooks",
                           .caption_classes = "govuk-visually-hidden",
                           .first_cell_is_header = true};
        for (auto const& webhook : *webhooks)
            table.rows.push_back({{.html = html::a(webhook_address(webhook.id), webhook.name)},
                                  {.text = webhook.address},
                                  {.text = state_of_webhook(webhook)}});
        body << govuk::table_wrap({.table = std::move(table), .label = ""});
    }
    return visit.page(admin_page(visit, Section::webhooks, "Webhooks", body));
}

http::Response show_new_webhook(Visit& visit) { return new_webhook_page(visit, {}, {}); }

http::Response post_new_webhook(Visit& visit) {
    auto parsed = visit.parse(webhook_form());
    if (!parsed.ok()) return new_webhook_page(visit, std::move(parsed.typed), parsed.problems);
    auto const added = usecases::webhooks::add_webhook(visit.context, parsed.input);
    if (added) return secret_page(visit, *added);
    return refused_form(visit, added.error(), [&](std::vector<Problem> problems) {
        return new_webhook_page(visit, std::move(parsed.typed), problems);
    });
}

http::Response show_webhook(Visit& visit) {
    auto const id = webhook_id(visit);
    if (!id) return visit.refused(id.error());
    auto const view = usecases::webhooks::view_webhook(visit.context, *id, page_number(visit.request.query));
    if (!view) return visit.refused(view.error());
    return webhook_page(visit, *view, {}, {});
}

http::Response post_switch_webhook(Visit& visit) {
    auto const id = webhook_id(visit);
    if (!id) return visit.refused(id.error());
    bool const on = visit.request.form.value("to") == "on";
    auto const done = usecases::webhooks::switch_webhook(
        visit.context, *id,
        forms::Codec<std::int64_t>::decode(visit.request.form.value("version")).value_or(0),
        on ? usecases::webhooks::Switch::on : usecases::webhooks::Switch::off);
    if (!done) return visit.refused(done.error());
    return visit.done(webhook_address(*id), on ? "Switched on. What waits is sent." : "Switched off.");
}

http::Response post_replay_webhook(Visit& visit) {
    auto const id = webhook_id(visit);
    if (!id) return visit.refused(id.error());
    auto parsed = visit.parse(replay_form());
    if (!parsed.ok()) {
        auto const view = usecases::webhooks::view_webhook(visit.context, *id, 1);
        if (!view) return visit.refused(view.error());
        return webhook_page(visit, *view, std::move(parsed.typed), parsed.problems);
    }
    parsed.input.id = *id;
    auto const count = usecases::webhooks::replay_webhook(visit.context, parsed.input);
    if (!count) return visit.refused(count.error());
    return visit.done(webhook_address(*id),
                      text::count_of(*count, "message is", "messages are") + " sent again.");
}

}  // namespace doorstep::pages::admin
