#include "storage/places.h"

#include <algorithm>

#include "base/text.h"

namespace doorstep::storage::places {
namespace {

#define AREA_COLUMNS "id, code, name, asb_officer_id, homes"
#define BLOCK_COLUMNS "id, name, area_id, homes, setting"

sql::Query const insert_area{"places.insert_area", "INSERT INTO area (" AREA_COLUMNS
                                                   ") VALUES (:id, :code, :name, :asb_officer, :homes)"};
sql::Query const update_area{"places.update_area",
                             "UPDATE area SET name = :name, asb_officer_id = :asb_officer WHERE id = :id"};
sql::Query const select_areas{"places.areas", "SELECT " AREA_COLUMNS " FROM area ORDER BY name, id"};
sql::Query const select_area{"places.area", "SELECT " AREA_COLUMNS " FROM area WHERE id = :id"};

sql::Query const insert_patch{
    "places.insert_patch", "INSERT INTO patch (id, name, housing_officer_id) VALUES (:id, :name, :officer)"};
sql::Query const update_patch{"places.set_housing_officer",
                              "UPDATE patch SET housing_officer_id = :officer WHERE id = :id"};
sql::Query const select_patches{"places.patches",
                                "SELECT id, name, housing_officer_id FROM patch ORDER BY name, id"};
sql::Query const select_patch{"places.patch",
                              "SELECT id, name, housing_officer_id FROM patch WHERE id = :id"};

sql::Query const insert_block{"places.insert_block", "INSERT INTO block (" BLOCK_COLUMNS
                                                     ") VALUES (:id, :name, :area, :homes, :setting)"};
sql::Query const update_block{
    "places.update_block",
    "UPDATE block SET name = :name, area_id = :area, setting = :setting WHERE id = :id"};
sql::Query const select_block{"places.block", "SELECT " BLOCK_COLUMNS " FROM block WHERE id = :id"};
sql::Query const select_blocks{"places.blocks", "SELECT " BLOCK_COLUMNS " FROM block WHERE id {in:ids}"};
sql::Query const select_blocks_of_area{"places.blocks_of_area",
                                       "SELECT " BLOCK_COLUMNS
                                       " FROM block WHERE area_id IS NOT DISTINCT FROM CAST(:area AS TEXT)"};
sql::Query const select_largest_blocks{"places.largest_blocks", "SELECT " BLOCK_COLUMNS R"sql(
    FROM block WHERE CAST(:area AS TEXT) IS NULL OR area_id = :area
    ORDER BY homes DESC, name, id LIMIT :limit OFFSET :offset
)sql"};
sql::Query const select_count_blocks{
    "places.count_blocks", "SELECT count(*) FROM block WHERE CAST(:area AS TEXT) IS NULL OR area_id = :area"};

sql::Query const insert_rule{"places.insert_rule",
                             "INSERT INTO assignment_rule (id, area_id, category, account_id) VALUES (:id, "
                             ":area, :category, :account)"};
sql::Query const delete_rule{"places.remove_rule", "DELETE FROM assignment_rule WHERE id = :id"};
sql::Query const select_rules{"places.rules",
                              "SELECT id, area_id, category, account_id FROM assignment_rule ORDER BY id"};

#define LOAD_COLUMNS "id, kind, source, loaded_at, rows_read, rows_taken, rows_refused"
sql::Query const put_load{"places.put_load", "INSERT INTO data_load (" LOAD_COLUMNS R"sql()
    VALUES (:id, :kind, :source, :loaded_at, :rows_read, :rows_taken, :rows_refused)
    ON CONFLICT (id) DO UPDATE SET rows_read = excluded.rows_read, rows_taken = excluded.rows_taken,
        rows_refused = excluded.rows_refused
)sql"};
sql::Query const select_last_load{"places.last_load", "SELECT " LOAD_COLUMNS R"sql(
    FROM data_load WHERE kind = :kind ORDER BY loaded_at DESC, id DESC LIMIT 1
)sql"};
sql::Query const select_loads{"places.loads", "SELECT " LOAD_COLUMNS R"sql(
    FROM data_load ORDER BY loaded_at DESC, id DESC LIMIT :limit
)sql"};

Area read_area(sql::Row& row) {
    Area area;
    row.read(area.id, area.code, area.name, area.asb_officer, area.homes);
    return area;
}

Patch read_patch(sql::Row& row) {
    Patch patch;
    row.read(patch.id, patch.name, patch.housing_officer);
    return patch;
}

Block read_block(sql::Row& row) {
    Block block;
    row.read(block.id, block.name, block.area, block.homes, block.setting);
    return block;
}

AssignmentRule read_rule(sql::Row& row) {
    AssignmentRule rule;
    row.read(rule.id, rule.area, rule.category, rule.account);
    return rule;
}

DataLoad read_load(sql::Row& row) {
    DataLoad load;
    row.read(load.id, load.kind, load.source, load.loaded_at, load.rows_read, load.rows_taken,
             load.rows_refused);
    return load;
}

template <class Named>
std::vector<Named> sorted_by_name(std::vector<Named> rows) {
    std::stable_sort(rows.begin(), rows.end(), [](Named const& a, Named const& b) {
        return text::sort_key(a.name) < text::sort_key(b.name);
    });
    return rows;
}

}  // namespace

void insert(sql::Write& tx, Area const& area) {
    tx.run(insert_area, {{"id", area.id},
                         {"code", area.code},
                         {"name", area.name},
                         {"asb_officer", area.asb_officer},
                         {"homes", area.homes}});
}

void update(sql::Write& tx, Area const& area) {
    tx.run(update_area, {{"name", area.name}, {"asb_officer", area.asb_officer}, {"id", area.id}});
}

std::vector<Area> areas(sql::Read& tx) { return sorted_by_name(tx.all(select_areas, {}, read_area)); }

std::optional<Area> find_area(sql::Read& tx, AreaId id) {
    return tx.one(select_area, {{"id", id}}, read_area);
}

void insert(sql::Write& tx, Patch const& patch) {
    tx.run(insert_patch, {{"id", patch.id}, {"name", patch.name}, {"officer", patch.housing_officer}});
}

void set_housing_officer(sql::Write& tx, PatchId patch, std::optional<AccountId> officer) {
    tx.run(update_patch, {{"officer", officer}, {"id", patch}});
}

std::vector<Patch> patches(sql::Read& tx) { return sorted_by_name(tx.all(select_patches, {}, read_patch)); }

std::optional<Patch> find_patch(sql::Read& tx, PatchId id) {
    return tx.one(select_patch, {{"id", id}}, read_patch);
}

void insert(sql::Write& tx, Block const& block) {
    tx.run(insert_block, {{"id", block.id},
                          {"name", block.name},
                          {"area", block.area},
                          {"homes", block.homes},
                          {"setting", block.setting}});
}

void update(sql::Write& tx, Block const& block) {
    tx.run(update_block,
           {{"name", block.name}, {"area", block.area}, {"setting", block.setting}, {"id", block.id}});
}

std::optional<Block> find_block(sql::Read& tx, BlockId id) {
    return tx.one(select_block, {{"id", id}}, read_block);
}

std::vector<Block> find_blocks(sql::Read& tx, std::vector<BlockId> const& ids) {
    if (ids.empty()) return {};
    auto const list = sql::json_id_list(ids);
    return sorted_by_name(tx.all(select_blocks, {{"ids", list}}, read_block));
}

std::vector<Block> largest_blocks(sql::Read& tx, std::optional<AreaId> area, int limit, int offset) {
    return tx.all(select_largest_blocks, {{"area", area}, {"limit", limit}, {"offset", offset}}, read_block);
}

int count_blocks(sql::Read& tx, std::optional<AreaId> area) {
    return tx.value<int>(select_count_blocks, {{"area", area}}).value_or(0);
}

std::vector<Block> blocks_of_area(sql::Read& tx, std::optional<AreaId> area) {
    return tx.all(select_blocks_of_area, {{"area", area}}, read_block);
}

std::vector<AssignmentRule> assignment_rules(sql::Read& tx) { return tx.all(select_rules, {}, read_rule); }

void insert(sql::Write& tx, AssignmentRule const& rule) {
    tx.run(insert_rule,
           {{"id", rule.id}, {"area", rule.area}, {"category", rule.category}, {"account", rule.account}});
}

void remove_assignment_rule(sql::Write& tx, AssignmentRuleId id) { tx.run(delete_rule, {{"id", id}}); }

void put(sql::Write& tx, DataLoad const& load) {
    tx.run(put_load, {{"id", load.id},
                      {"kind", load.kind},
                      {"source", load.source},
                      {"loaded_at", load.loaded_at},
                      {"rows_read", load.rows_read},
                      {"rows_taken", load.rows_taken},
                      {"rows_refused", load.rows_refused}});
}

std::optional<DataLoad> last_load(sql::Read& tx, std::string_view kind) {
    return tx.one(select_last_load, {{"kind", kind}}, read_load);
}

std::vector<DataLoad> loads(sql::Read& tx, int limit) {
    return tx.all(select_loads, {{"limit", limit}}, read_load);
}

}  // namespace doorstep::storage::places
