import { argo } from './argo.ts';
import { biiino } from './biiino.ts';
import { bywardRmsConnector } from './byward-rms-connector.ts';
import { commerceRobo } from './commerce-robo.ts';
import { crossMall } from './cross-mall.ts';
import { crossma } from './crossma.ts';
import { domo } from './domo.ts';
import { easypage } from './easypage.ts';
import { ecMastersClub } from './ec-masters-club.ts';
import { ecStation } from './ec-station.ts';
import { ecUp } from './ec-up.ts';
import { ecai } from './ecai.ts';
import { ganbareTencho } from './ganbare-tencho.ts';
import { goqsystem } from './goqsystem.ts';
import { hungleadBoss } from './hunglead-boss.ts';
import { imgUp } from './img-up.ts';
import { itemRobot } from './item-robot.ts';
import { lisuto } from './lisuto.ts';
import { lmail } from './lmail.ts';
import { logiless } from './logiless.ts';
import { lseg } from './lseg.ts';
import { luxliner } from './luxliner.ts';
import { maildealer } from './maildealer.ts';
import { mallAssist } from './mall-assist.ts';
import { matomaruEcTencho } from './matomaru-ec-tencho.ts';
import { moneyforwardCloud } from './moneyforward-cloud.ts';
import { nextEngine } from './next-engine.ts';
import { niwoOms } from './niwo-oms.ts';
import { openlogi } from './openlogi.ts';
import { rToruku } from './r-toruku.ts';
import { rakubo } from './rakubo.ts';
import { rakurakuAppli } from './rakuraku-appli.ts';
import { rakurakuLine } from './rakuraku-line.ts';
import { rakurakuZaiko } from './rakuraku-zaiko.ts';
import { recore } from './recore.ts';
import { relation } from './relation.ts';
import { robotIn } from './robot-in.ts';
import { shippinno } from './shippinno.ts';
import { smartship } from './smartship.ts';
import { snapp } from './snapp.ts';
import { sokuhan } from './sokuhan.ts';
import { stockcrew } from './stockcrew.ts';
import { sumaou } from './sumaou.ts';
import { sunlogi } from './sunlogi.ts';
import { talosPos } from './talos-pos.ts';
import { tatempoGuide } from './tatempo-guide.ts';
import { tempostar } from './tempostar.ts';
import { teps } from './teps.ts';
import { worldSwitch } from './world-switch.ts';
import { wsLight } from './ws-light.ts';
import { zaikoRobot } from './zaiko-robot.ts';
import type { Connector } from './type.ts';

/** Every tool that Kagiban knows. A new one: its file, and a line here. */
export const CONNECTORS: readonly Connector[] = [
  argo,
  biiino,
  bywardRmsConnector,
  commerceRobo,
  crossMall,
  crossma,
  domo,
  easypage,
  ecMastersClub,
  ecStation,
  ecUp,
  ecai,
  ganbareTencho,
  goqsystem,
  hungleadBoss,
  imgUp,
  itemRobot,
  lisuto,
  lmail,
  logiless,
  lseg,
  luxliner,
  maildealer,
  mallAssist,
  matomaruEcTencho,
  moneyforwardCloud,
  nextEngine,
  niwoOms,
  openlogi,
  rToruku,
  rakubo,
  rakurakuAppli,
  rakurakuLine,
  rakurakuZaiko,
  recore,
  relation,
  robotIn,
  shippinno,
  smartship,
  snapp,
  sokuhan,
  stockcrew,
  sumaou,
  sunlogi,
  talosPos,
  tatempoGuide,
  tempostar,
  teps,
  worldSwitch,
  wsLight,
  zaikoRobot,
];

export const connectorOf = (id: string): Connector | undefined =>
  CONNECTORS.find((connector) => connector.id === id);
