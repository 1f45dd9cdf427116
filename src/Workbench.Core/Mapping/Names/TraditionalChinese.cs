using System.Collections.Frozen;
using System.Text;

namespace LlmRec.Workbench.Mapping.Names;

/// <summary>Replaces Traditional characters that are common in names of goods by their Simplified forms, one character at a time.</summary>
internal static class TraditionalChinese
{
    // Traditional and Simplified in turn.
    private const string Pairs =
        "襯衬褲裤襪袜帶带錶表鐘钟項项鏈链鍊链環环飾饰寶宝銀银鑽钻車车輪轮輛辆騎骑駕驾機机電电腦脑視视頻频網网線线鍵键盤盘螢萤顯显燈灯爐炉鍋锅鏟铲鍬锹鋼钢鐵铁銅铜鋁铝錫锡針针釘钉鎖锁鑰钥鋸锯鑿凿鉗钳鉤钩鈴铃鏡镜書书筆笔紙纸畫画圖图" +
        "報报雜杂誌志樂乐彈弹號号譜谱遊游戲戏學学習习課课嬰婴兒儿媽妈餵喂養养產产護护衛卫藥药醫医療疗體体臟脏膚肤髮发髪发鬚须鬍胡劑剂膠胶潔洁濕湿乾干熱热涼凉風风調调溫温壓压氣气淨净濾滤塵尘掃扫櫃柜櫥橱發发牀床墊垫單单雙双條条個个" +
        "隻只組组裝装備备設设務务業业貨货賣卖買买價价費费貓猫鳥鸟魚鱼馬马龍龙龜龟蟲虫獸兽豬猪雞鸡鴨鸭鵝鹅蝦虾蠔蚝貝贝蔥葱薑姜蘿萝蔔卜蘋苹葉叶飲饮餅饼麵面麥麦飯饭館馆糧粮穀谷鹽盐醬酱滷卤凍冻麗丽繡绣織织紡纺紗纱絲丝綢绸緞缎絨绒綿绵" +
        "縫缝編编結结繩绳纜缆續续維维綠绿紅红藍蓝黃黄顏颜畢毕專专庫库廚厨廁厕廳厅園园圍围圓圆場场塊块簾帘門门開开關关閉闭間间閱阅陽阳陰阴雲云霧雾靜静響响聲声聽听語语說说話话認认識识計计記记訊讯證证評评試试詩诗誕诞請请謝谢贈赠禮礼" +
        "節节慶庆蠟蜡燭烛燒烧煙烟營营帳帐艙舱艦舰蓋盖蓮莲蘭兰藝艺術术衝冲製制複复襠裆裡里裏里見见規规觀观觸触訂订貼贴資资賽赛蹤踪蹺跷軌轨軟软軸轴載载輔辅輕轻輸输轉转辦办農农運运過过達达遠远適适選选邊边鄉乡釀酿釣钓鈕钮鉛铅鋪铺錄录" +
        "錘锤鍛锻鏤镂鑄铸長长閃闪離离難难韓韩頂顶順顺預预頭头頸颈題题額额類类飛飞駝驼騰腾驅驱鬆松鮮鲜麼么點点齊齐齒齿齡龄與与東东樓楼樹树橋桥檯台臺台歐欧歲岁殺杀漿浆潤润澤泽濃浓灣湾無无爾尔牆墙獎奖瑪玛瓏珑當当疊叠癢痒皺皱盜盗眾众" +
        "睜睁礙碍禦御種种積积穩稳窩窝竅窍箏筝範范簡简籃篮籠笼細细終终給给緊紧縮缩總总繪绘纖纤纓缨義义翹翘聯联職职膽胆臉脸舊旧華华萬万葷荤蘇苏處处補补讓让傢家連连寬宽揹背擺摆掛挂絕绝檸柠殼壳為为樣样質质廣广邏逻採采繫系於于";

    private static readonly FrozenDictionary<char, char> Simplified = Pairs.Chunk(2)
        .ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    public static Rune Simplify(Rune rune) =>
        rune.IsBmp && Simplified.TryGetValue((char)rune.Value, out var simplified) ? new Rune(simplified) : rune;
}
