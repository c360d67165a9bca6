#include "usecases/accounts/interrupted_forms.h"

#include <boost/json.hpp>

#include "gateways/secrets.h"
#include "legal/standards.h"
#include "storage/drafts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::accounts {

namespace json = boost::json;
namespace drafts = storage::drafts;

namespace {

std::string key_of(DraftId id, std::string_view browser) {
    return gateways::token_hash(std::string(id.text()) + " " + std::string(browser));
}

std::string as_json(InterruptedForm const& form) {
    json::array fields;
    for (auto const& [name, value] : form.fields) fields.push_back(json::array{name, value});
    json::array files;
    for (auto const& name : form.file_fields) files.emplace_back(name);
    return json::serialize(json::object{
        {"target", form.target}, {"takes_files", form.takes_files}, {"fields", fields}, {"files", files}});
}

InterruptedForm from_json(std::string const& text, Instant sent_at) {
    auto const value = json::parse(text).as_object();
    InterruptedForm form;
    form.target = std::string(value.at("target").as_string());
    form.takes_files = value.at("takes_files").as_bool();
    for (auto const& field : value.at("fields").as_array())
        form.fields.emplace_back(std::string(field.as_array().at(0).as_string()),
                                 std::string(field.as_array().at(1).as_string()));
    for (auto const& name : value.at("files").as_array()) form.file_fields.emplace_back(name.as_string());
    form.sent_at = sent_at;
    return form;
}

std::optional<domain::reports::Draft> find_draft(Context& context, DraftId id, std::string_view browser) {
    auto draft = drafts::find_by_token(context.read(), key_of(id, browser), context.today);
    if (!draft || draft->journey != domain::reports::Journey::interrupted_form || !context.viewer.account ||
        draft->account != context.viewer.account)
        return std::nullopt;
    return draft;
}

}  // namespace

DraftId keep_interrupted_form(Context& context, AccountId writer, InterruptedForm form,
                              std::string_view browser) {
    std::erase_if(form.fields,
                  [](auto const& field) { return field.first.find("password") != std::string::npos; });
    auto const kept = context.settings().standards().deadline(
        legal::standard_ids::interrupted_form_kept, context.today, legal::standard_scopes::everything,
        context.settings().site().division);
    domain::reports::Draft draft;
    draft.id = DraftId(context.services.ids.next());
    draft.journey = domain::reports::Journey::interrupted_form;
    draft.account = writer;
    draft.answers = context.services.site_key.seal(as_json(form));
    draft.created_at = context.now;
    draft.updated_at = context.now;
    draft.expires_on = kept.by;
    context.write_without_event(
        [&](storage::sql::Write& tx) { drafts::insert(tx, draft, key_of(draft.id, browser)); });
    return draft.id;
}

std::optional<InterruptedForm> find_interrupted_form(Context& context, DraftId id, std::string_view browser) {
    auto const draft = find_draft(context, id, browser);
    if (!draft) return std::nullopt;
    auto const opened = context.services.site_key.open(draft->answers);
    if (!opened) return std::nullopt;
    return from_json(*opened, draft->created_at);
}

void forget_interrupted_form(Context& context, DraftId id, std::string_view browser) {
    if (!find_draft(context, id, browser)) return;
    context.write_without_event([&](storage::sql::Write& tx) { drafts::remove(tx, id); });
}

}  // namespace doorstep::usecases::accounts
